package org.crobim.core.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A bar of known length in the lower left corner of a picture. */
public final class ScaleBar {
    private static final Color INK = Color.WHITE;
    private static final Color RIM = new Color(24, 24, 28);
    private static final int SMALLEST_LINE = 12;
    private static final int LARGEST_LINE = 36;
    private static final int WIDTH_PER_LINE_HEIGHT = 40;

    private ScaleBar() {}

    /**
     * Draws the bar and its length above it, on a dark ground that any picture lets stand out.
     *
     * @param lengthPixels of the bar
     * @param label the length, as "200 m"
     * @return the picture itself where it is too small for the bar
     */
    public static RgbImage draw(RgbImage picture, int lengthPixels, String label) {
        int lineHeight = Math.max(SMALLEST_LINE, Math.min(LARGEST_LINE, picture.width() / WIDTH_PER_LINE_HEIGHT));
        Lettering lettering = Lettering.ofLineHeight(lineHeight);
        int margin = Math.max(2, lettering.lineHeight() / 3);
        int bar = Math.max(2, lettering.lineHeight() / 4);
        int boxWidth = Math.max(lengthPixels, lettering.width(label)) + 2 * margin;
        int boxHeight = lettering.lineHeight() + bar + 2 * margin;
        if (lengthPixels < 1 || boxWidth + margin > picture.width() || boxHeight + margin > picture.height()) {
            return picture;
        }
        BufferedImage canvas = ImageFiles.toBufferedImage(picture);
        Graphics2D graphics = canvas.createGraphics();
        int top = picture.height() - margin - boxHeight;
        graphics.setColor(RIM);
        graphics.fillRect(margin, top, boxWidth, boxHeight);
        graphics.setColor(INK);
        lettering.draw(graphics, label, 2 * margin, top + margin);
        graphics.fillRect(2 * margin, top + margin + lettering.lineHeight(), lengthPixels, bar);
        graphics.dispose();
        return ImageFiles.fromBufferedImage(canvas);
    }
}
