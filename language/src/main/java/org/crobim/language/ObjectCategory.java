package org.crobim.language;

import java.util.List;

/** The 26 classes of RISBench, which contain the ten of NWPU VHR-10; the ordinal is stable and stored in weights. */
public enum ObjectCategory {
    AIRPLANE("airplane", "plane"),
    AIRPORT("airport"),
    BASEBALL_DIAMOND("baseball diamond", "baseball field"),
    BASKETBALL_COURT("basketball court"),
    BRIDGE("bridge"),
    CHIMNEY("chimney"),
    CONTAINER_CRANE("container crane"),
    DAM("dam"),
    EXPRESSWAY_SERVICE_AREA("expressway service area"),
    EXPRESSWAY_TOLL_STATION("expressway toll station"),
    GOLF_FIELD("golf field", "golf course"),
    GROUND_TRACK_FIELD("ground track field", "track field"),
    HARBOR("harbor", "pier", "dock"),
    HELICOPTER("helicopter"),
    HELIPAD("helipad"),
    OVERPASS("overpass"),
    ROUNDABOUT("roundabout"),
    SHIP("ship", "boat", "vessel"),
    SOCCER_BALL_FIELD("soccer ball field", "soccer field"),
    STADIUM("stadium"),
    STORAGE_TANK("storage tank", "oil tank"),
    SWIMMING_POOL("swimming pool", "pool"),
    TENNIS_COURT("tennis court"),
    TRAIN_STATION("train station"),
    VEHICLE("vehicle", "car"),
    WINDMILL("windmill", "wind turbine");

    private final List<String> names;

    ObjectCategory(String... names) {
        this.names = List.of(names);
    }

    /** The name used in reports and data files. */
    public String canonicalName() {
        return names.get(0);
    }

    /** Singular names as they occur in sentences, the canonical one first. */
    public List<String> names() {
        return names;
    }
}
