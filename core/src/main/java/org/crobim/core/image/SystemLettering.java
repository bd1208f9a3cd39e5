package org.crobim.core.image;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Text in the sans-serif font of the machine. */
final class SystemLettering implements Lettering {
    private static final double LINE_HEIGHT_IN_FONT_SIZES = 1.25;

    private final int lineHeight;
    private final Font font;
    private final FontMetrics metrics;

    SystemLettering(int lineHeight) {
        this.lineHeight = lineHeight;
        int size = (int) Math.max(1, Math.round(lineHeight / LINE_HEIGHT_IN_FONT_SIZES));
        this.font = new Font(Font.SANS_SERIF, Font.PLAIN, size);
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR).createGraphics();
        prepare(graphics);
        this.metrics = graphics.getFontMetrics();
        graphics.dispose();
    }

    /** Whether Java can draw text here at all. */
    static boolean available() {
        try {
            return new SystemLettering(12).width("x") > 0;
        } catch (Error missing) {
            // No fonts: java.lang.Error; no fontconfig: InternalError; no freetype: UnsatisfiedLinkError.
            return false;
        }
    }

    @Override
    public int lineHeight() {
        return lineHeight;
    }

    @Override
    public int width(String text) {
        return metrics.stringWidth(text);
    }

    @Override
    public void draw(Graphics2D graphics, String text, int left, int top) {
        prepare(graphics);
        int spare = lineHeight - metrics.getAscent() - metrics.getDescent();
        graphics.drawString(text, left, top + spare / 2 + metrics.getAscent());
    }

    private void prepare(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(font);
    }
}
