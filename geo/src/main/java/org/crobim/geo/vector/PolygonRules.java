package org.crobim.geo.vector;

/**
 * Which polygons are made of a mask.
 *
 * @param connectivity which pixels belong to one object
 * @param minimumAreaPixels objects of fewer pixels, filled holes included, are left out; 0 or 1 keeps all
 * @param minimumHoleAreaPixels holes that surround fewer pixels are filled; 0 or 1 keeps all
 */
public record PolygonRules(Connectivity connectivity, long minimumAreaPixels, long minimumHoleAreaPixels) {
    /** Every pixel counts; edges connect. */
    public static final PolygonRules EXACT = new PolygonRules(Connectivity.FOUR, 0, 0);

    /** Checks the ranges. */
    public PolygonRules {
        if (minimumAreaPixels < 0 || minimumHoleAreaPixels < 0) {
            throw new IllegalArgumentException("Minimum areas %d and %d (holes): expected at least 0"
                    .formatted(minimumAreaPixels, minimumHoleAreaPixels));
        }
        if (minimumHoleAreaPixels > Math.max(1, minimumAreaPixels)) {
            throw new IllegalArgumentException(
                    ("Holes below %d pixels cannot be filled while objects from %d pixels on are kept: such an object in such"
                                    + " a hole would lie on top of the filling")
                            .formatted(minimumHoleAreaPixels, minimumAreaPixels));
        }
    }

    /** Drops objects and fills holes below one size. */
    public static PolygonRules withMinimumArea(long minimumAreaPixels) {
        return new PolygonRules(Connectivity.FOUR, minimumAreaPixels, minimumAreaPixels);
    }
}
