package org.crobim.core.image;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.crobim.core.mask.Mask;

/** Pictures for people: a mask painted over its image, and a sentence written below. */
public final class Overlay {
    /** Below this width a caption would be one letter a line; narrower pictures stand on a wider band. */
    private static final int NARROWEST_CAPTION = 160;

    private static final int SIDE_PER_OUTLINE_PIXEL = 400;
    private static final int WIDEST_OUTLINE = 3;

    private Overlay() {}

    /**
     * A translucent fill with an opaque outline inside the mask, one to three pixels wide depending on the image.
     *
     * @param image any size
     * @param mask of the same size
     * @throws IllegalArgumentException if the sizes differ
     */
    public static RgbImage paint(RgbImage image, Mask mask, OverlayStyle style) {
        if (image.width() != mask.width() || image.height() != mask.height()) {
            throw new IllegalArgumentException("Image of %d x %d and mask of %d x %d: expected one size"
                    .formatted(image.width(), image.height(), mask.width(), mask.height()));
        }
        int outline = outlineWidth(image);
        byte[] rgb = image.rgb().clone();
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (mask.get(x, y)) {
                    double opacity = isOutline(mask, x, y, outline) ? 1 : style.opacity();
                    int pixel = 3 * (y * mask.width() + x);
                    rgb[pixel] = mixed(rgb[pixel], style.red(), opacity);
                    rgb[pixel + 1] = mixed(rgb[pixel + 1], style.green(), opacity);
                    rgb[pixel + 2] = mixed(rgb[pixel + 2], style.blue(), opacity);
                }
            }
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    /**
     * The picture above a band of text, which wraps. A picture narrower than 160 pixels stands on a wider band.
     *
     * @param text words separated by spaces; a line break begins a new line
     */
    public static RgbImage caption(RgbImage picture, String text) {
        int width = Math.max(NARROWEST_CAPTION, picture.width());
        CaptionBand band = CaptionBand.of(text, width);
        BufferedImage canvas = new BufferedImage(width, picture.height() + band.height(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setColor(CaptionBand.BACKGROUND);
        graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.drawImage(ImageFiles.toBufferedImage(picture), 0, 0, null);
        band.draw(graphics, 0, picture.height());
        graphics.dispose();
        return ImageFiles.fromBufferedImage(canvas);
    }

    private static int outlineWidth(RgbImage image) {
        int shortSide = Math.min(image.width(), image.height());
        return Math.max(1, Math.min(WIDEST_OUTLINE, Math.round(shortSide / (float) SIDE_PER_OUTLINE_PIXEL)));
    }

    /** Whether a pixel outside the mask, but inside the frame, is at most this far away. */
    private static boolean isOutline(Mask mask, int x, int y, int distance) {
        for (int dy = -distance; dy <= distance; dy++) {
            for (int dx = -distance; dx <= distance; dx++) {
                int otherX = x + dx;
                int otherY = y + dy;
                boolean insideFrame = otherX >= 0 && otherY >= 0 && otherX < mask.width() && otherY < mask.height();
                if (dx * dx + dy * dy <= distance * distance && insideFrame && !mask.get(otherX, otherY)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte mixed(byte below, int above, double opacity) {
        return (byte) Math.round((1 - opacity) * (below & 0xff) + opacity * above);
    }
}
