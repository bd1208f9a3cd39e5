package org.crobim.geo.vector.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The formats that features can be written in. */
public enum FeatureFormat {
    /** RFC 7946. */
    GEOJSON("geojson", ".geojson", GeoJsonWriter::new),
    /** OGC GeoPackage. */
    GEOPACKAGE("gpkg", ".gpkg", GeoPackageWriter::new),
    /** FlatGeobuf. */
    FLATGEOBUF("fgb", ".fgb", FlatGeobufWriter::new),
    /** The annotations of COCO. */
    COCO("coco", ".coco.json", CocoWriter::new);

    private final String label;
    private final String suffix;
    private final Supplier<FeatureWriter> writer;

    FeatureFormat(String label, String suffix, Supplier<FeatureWriter> writer) {
        this.label = label;
        this.suffix = suffix;
        this.writer = writer;
    }

    /** The name that users type. */
    public String label() {
        return label;
    }

    /** How the names of such files end. */
    public String suffix() {
        return suffix;
    }

    /**
     * The name of a file of this format.
     *
     * @param base without suffix
     * @param onGround whether the scene is georeferenced; GeoJSON of a plain image ends in ".pixel.geojson", so that nobody
     *     takes it for longitudes and latitudes
     */
    public String fileName(String base, boolean onGround) {
        return base + (this == GEOJSON && !onGround ? ".pixel" : "") + suffix;
    }

    /** A writer of this format. */
    public FeatureWriter writer() {
        return writer.get();
    }

    /** The format of a name, as "gpkg"; case does not matter. */
    public static Optional<FeatureFormat> named(String label) {
        String wanted = label.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.label.equals(wanted))
                .findFirst();
    }

    /** The format whose files end as this name does. */
    public static Optional<FeatureFormat> ofFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith(format.suffix))
                .findFirst();
    }

    @Override
    public String toString() {
        return label;
    }
}
