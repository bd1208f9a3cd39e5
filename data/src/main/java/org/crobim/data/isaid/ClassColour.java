package org.crobim.data.isaid;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crobim.language.ObjectCategory;

/** The colours of iSAID's class pictures; those of storage tanks and vehicles were seen in files, the others are general knowledge. */
enum ClassColour {
    SHIP(0x00003f, ObjectCategory.SHIP, "ship"),
    STORAGE_TANK(0x003f3f, ObjectCategory.STORAGE_TANK, "storage_tank"),
    BASEBALL_DIAMOND(0x003f00, ObjectCategory.BASEBALL_DIAMOND, "baseball_diamond"),
    TENNIS_COURT(0x003f7f, ObjectCategory.TENNIS_COURT, "tennis_court"),
    BASKETBALL_COURT(0x003fbf, ObjectCategory.BASKETBALL_COURT, "basketball_court"),
    GROUND_TRACK_FIELD(0x003fff, ObjectCategory.GROUND_TRACK_FIELD, "Ground_Track_Field"),
    BRIDGE(0x007f3f, ObjectCategory.BRIDGE, "Bridge"),
    LARGE_VEHICLE(0x007f7f, ObjectCategory.VEHICLE, "Large_Vehicle"),
    SMALL_VEHICLE(0x00007f, ObjectCategory.VEHICLE, "Small_Vehicle"),
    HELICOPTER(0x0000bf, ObjectCategory.HELICOPTER, "Helicopter"),
    SWIMMING_POOL(0x0000ff, ObjectCategory.SWIMMING_POOL, "Swimming_pool"),
    ROUNDABOUT(0x00bf7f, ObjectCategory.ROUNDABOUT, "Roundabout"),
    SOCCER_BALL_FIELD(0x007fbf, ObjectCategory.SOCCER_BALL_FIELD, "Soccer_ball_field"),
    PLANE(0x007fff, ObjectCategory.AIRPLANE, "plane"),
    HARBOR(0x00649b, ObjectCategory.HARBOR, "Harbor");

    private static final Map<Integer, ClassColour> BY_RGB =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(colour -> colour.rgb, colour -> colour));

    private final int rgb;
    private final ObjectCategory category;
    private final String sourceName;

    ClassColour(int rgb, ObjectCategory category, String sourceName) {
        this.rgb = rgb;
        this.category = category;
        this.sourceName = sourceName;
    }

    /**
     * The class of a colour.
     *
     * @param rgb red * 65536 + green * 256 + blue
     */
    static Optional<ClassColour> of(int rgb) {
        return Optional.ofNullable(BY_RGB.get(rgb));
    }

    ObjectCategory category() {
        return category;
    }

    /** As iSAID's own files spell the class. */
    String sourceName() {
        return sourceName;
    }
}
