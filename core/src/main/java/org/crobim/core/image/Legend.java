package org.crobim.core.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** What the colours of a picture mean, written below it: a swatch and a sentence for each. */
public final class Legend {
    private static final int NARROWEST = 160;
    private static final int SMALLEST_SWATCH = 10;
    private static final int LARGEST_SWATCH = 36;
    private static final int WIDTH_PER_SWATCH = 40;

    private Legend() {}

    /**
     * One colour.
     *
     * @param style the colour
     * @param text what it means
     */
    public record Entry(OverlayStyle style, String text) {}

    /**
     * The picture above its legend. A picture narrower than 160 pixels stands on a wider band.
     *
     * @param entries from the top; none leave the picture as it is
     */
    public static RgbImage below(RgbImage picture, List<Entry> entries) {
        if (entries.isEmpty()) {
            return picture;
        }
        int width = Math.max(NARROWEST, picture.width());
        int swatch = Math.max(SMALLEST_SWATCH, Math.min(LARGEST_SWATCH, width / WIDTH_PER_SWATCH));
        int indent = 2 * swatch;
        List<CaptionBand> bands = entries.stream()
                .map(entry -> CaptionBand.of(entry.text(), width - indent))
                .toList();
        int height =
                picture.height() + bands.stream().mapToInt(CaptionBand::height).sum();
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setColor(CaptionBand.BACKGROUND);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(ImageFiles.toBufferedImage(picture), 0, 0, null);
        int top = picture.height();
        for (int i = 0; i < bands.size(); i++) {
            OverlayStyle style = entries.get(i).style();
            graphics.setColor(new Color(style.red(), style.green(), style.blue()));
            graphics.fillRect(swatch / 2, top + Math.max(0, (bands.get(i).height() - swatch) / 2), swatch, swatch);
            bands.get(i).draw(graphics, indent, top);
            top += bands.get(i).height();
        }
        graphics.dispose();
        return ImageFiles.fromBufferedImage(canvas);
    }
}
