package org.crobim.core.image;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Captioned pictures in a grid, to look at many samples at once. */
public final class ContactSheet {
    private static final int GAP = 8;

    private ContactSheet() {}

    /**
     * One picture of the sheet.
     *
     * @param picture any size
     * @param caption written below; empty for none
     */
    public record Entry(RgbImage picture, String caption) {}

    /**
     * Arranges pictures row by row; each row is as high as its tallest picture, each column as wide as the widest of all.
     *
     * @param entries at least one, in reading order
     * @param columns at least 1
     */
    public static RgbImage arrange(List<Entry> entries, int columns) {
        if (entries.isEmpty() || columns < 1) {
            throw new IllegalArgumentException(
                    "A contact sheet of %d pictures in %d columns: expected at least one of each"
                            .formatted(entries.size(), columns));
        }
        List<RgbImage> pictures = new ArrayList<>();
        for (Entry entry : entries) {
            pictures.add(entry.caption.isEmpty() ? entry.picture : Overlay.caption(entry.picture, entry.caption));
        }
        int usedColumns = Math.min(columns, pictures.size());
        int cellWidth = pictures.stream().mapToInt(RgbImage::width).max().orElseThrow();
        BufferedImage canvas = new BufferedImage(
                GAP + usedColumns * (cellWidth + GAP),
                sheetHeight(pictures, usedColumns),
                BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setColor(CaptionBand.BACKGROUND);
        graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        int top = GAP;
        for (int first = 0; first < pictures.size(); first += usedColumns) {
            List<RgbImage> row = row(pictures, first, usedColumns);
            for (int column = 0; column < row.size(); column++) {
                BufferedImage picture = ImageFiles.toBufferedImage(row.get(column));
                graphics.drawImage(picture, GAP + column * (cellWidth + GAP), top, null);
            }
            top += rowHeight(row) + GAP;
        }
        graphics.dispose();
        return ImageFiles.fromBufferedImage(canvas);
    }

    private static int sheetHeight(List<RgbImage> pictures, int columns) {
        int height = GAP;
        for (int first = 0; first < pictures.size(); first += columns) {
            height += rowHeight(row(pictures, first, columns)) + GAP;
        }
        return height;
    }

    private static int rowHeight(List<RgbImage> row) {
        return row.stream().mapToInt(RgbImage::height).max().orElseThrow();
    }

    private static List<RgbImage> row(List<RgbImage> pictures, int first, int columns) {
        return pictures.subList(first, Math.min(first + columns, pictures.size()));
    }
}
