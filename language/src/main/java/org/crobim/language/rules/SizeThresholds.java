package org.crobim.language.rules;

import org.crobim.language.ObjectCategory;

/**
 * When an object of a class counts as small or large. VRSBench has such thresholds for each class but did not publish them; these
 * are ours, by the three size groups that RISBench puts its classes in, for patches of 512 x 512 pixels.
 *
 * @param small at most this share of the image is small
 * @param large at least this share of the image is large
 */
record SizeThresholds(double small, double large) {
    /** An area this many times beyond a threshold is surely on the other side. */
    static final double CLEAR_RATIO = 1.5;

    private static final double PATCH_SIDE = 512;

    /** Ships, planes, tanks: 20 and 60 pixels a side. */
    private static final SizeThresholds SMALL_CLASSES = ofSides(20, 60);

    /** Bridges, courts, stadiums: 45 and 120 pixels a side. */
    private static final SizeThresholds MEDIUM_CLASSES = ofSides(45, 120);

    /** Airports, harbors, golf fields: 80 and 190 pixels a side. */
    private static final SizeThresholds LARGE_CLASSES = ofSides(80, 190);

    static SizeThresholds of(ObjectCategory category) {
        return switch (category) {
            case SHIP, HELIPAD, VEHICLE, CHIMNEY, AIRPLANE, HELICOPTER, TENNIS_COURT, STORAGE_TANK, SWIMMING_POOL ->
                SMALL_CLASSES;
            case EXPRESSWAY_SERVICE_AREA,
                    EXPRESSWAY_TOLL_STATION,
                    GROUND_TRACK_FIELD,
                    BASKETBALL_COURT,
                    CONTAINER_CRANE,
                    ROUNDABOUT,
                    WINDMILL,
                    OVERPASS,
                    STADIUM,
                    BRIDGE -> MEDIUM_CLASSES;
            case SOCCER_BALL_FIELD, BASEBALL_DIAMOND, TRAIN_STATION, GOLF_FIELD, AIRPORT, HARBOR, DAM -> LARGE_CLASSES;
        };
    }

    private static SizeThresholds ofSides(double small, double large) {
        double patch = PATCH_SIDE * PATCH_SIDE;
        return new SizeThresholds(small * small / patch, large * large / patch);
    }
}
