package org.crobim.core.geometry;

/**
 * An axis-aligned box in the pixel frame: edges, not pixel indices, so a single pixel (3, 5) is the box (3, 5, 4, 6).
 *
 * @param xMin left edge, pixels
 * @param yMin top edge, pixels
 * @param xMax right edge, pixels, at least xMin
 * @param yMax bottom edge, pixels, at least yMin
 */
public record Box(double xMin, double yMin, double xMax, double yMax) {
    /** Checks the order of the edges. */
    public Box {
        if (!(xMin <= xMax && yMin <= yMax)) {
            throw new IllegalArgumentException(
                    "Box edges out of order: x %s..%s, y %s..%s".formatted(xMin, xMax, yMin, yMax));
        }
    }

    /** Width in pixels. */
    public double width() {
        return xMax - xMin;
    }

    /** Height in pixels. */
    public double height() {
        return yMax - yMin;
    }

    /** Area in square pixels. */
    public double area() {
        return width() * height();
    }

    /** Horizontal centre. */
    public double centreX() {
        return (xMin + xMax) / 2;
    }

    /** Vertical centre. */
    public double centreY() {
        return (yMin + yMax) / 2;
    }

    /** The common part, or an empty box at the nearest corner when the two do not meet. */
    public Box intersection(Box other) {
        double left = Math.max(xMin, other.xMin);
        double top = Math.max(yMin, other.yMin);
        return new Box(
                left, top, Math.max(left, Math.min(xMax, other.xMax)), Math.max(top, Math.min(yMax, other.yMax)));
    }
}
