package org.crobim.geo.vector;

import org.crobim.core.mask.Mask;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Masks as grids of # and dots, and what polygons make of them. */
public final class TextMask {
    private TextMask() {}

    /** A mask of the rows. */
    public static Mask of(String... rows) {
        byte[] pixels = new byte[rows.length * rows[0].length()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (rows[i / rows[0].length()].charAt(i % rows[0].length()) == '#' ? 1 : 0);
        }
        return Mask.of(rows[0].length(), rows.length, pixels);
    }

    /** Sets the pixels whose centres lie inside; fails where two polygons claim one pixel. */
    public static Mask rasterised(int width, int height, Iterable<? extends Geometry> polygons) {
        byte[] pixels = new byte[width * height];
        for (Geometry polygon : polygons) {
            IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(polygon);
            for (int i = 0; i < pixels.length; i++) {
                if (area.locate(new Coordinate(i % width + 0.5, i / width + 0.5)) == Location.INTERIOR) {
                    if (pixels[i] != 0) {
                        throw new AssertionError("Two polygons share pixel (%d, %d)".formatted(i % width, i / width));
                    }
                    pixels[i] = 1;
                }
            }
        }
        return Mask.of(width, height, pixels);
    }
}
