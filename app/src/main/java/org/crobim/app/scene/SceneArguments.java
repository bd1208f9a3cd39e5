package org.crobim.app.scene;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.crobim.core.error.UsageException;
import org.crobim.geo.frame.CoordinateSystems;
import org.crobim.geo.outline.OutlineStyle;
import org.crobim.geo.source.RasterOptions;
import org.crobim.geo.source.Stretch;
import org.crobim.geo.vector.format.FeatureFormat;
import org.crobim.predict.cache.CacheLimits;
import org.crobim.predict.scene.SceneFrame;
import picocli.CommandLine.Option;

/** The options of commands that search scenes. */
public final class SceneArguments {
    private static final double MOST_OVERLAP = 0.5;
    private static final long MEGABYTE = 1_000_000;

    @Option(
            names = "--frame",
            paramLabel = "FRAME",
            description = "What \"left\" and \"largest\" refer to: scene (default), aoi (the area of --bbox or --aoi),"
                    + " or tile (every tile by itself; for mere classes).")
    private Optional<SceneFrame> frame = Optional.empty();

    @Option(
            names = "--bbox",
            paramLabel = "BOX",
            description = "Search xmin,ymin,xmax,ymax only, in the coordinates of the scene;"
                    + " pixel:xmin,ymin,xmax,ymax for columns and rows. Implies --frame aoi.")
    private Optional<String> box = Optional.empty();

    @Option(
            names = "--aoi",
            paramLabel = "FILE",
            description = "Search inside the polygons of a GeoJSON file only (WGS 84). Implies --frame aoi.")
    private Optional<Path> area = Optional.empty();

    @Option(
            names = "--bands",
            split = ",",
            paramLabel = "BANDS",
            description = "Bands for red, green and blue, by number from 1 or by name; one band gives grey.")
    private List<String> bands = List.of();

    @Option(
            names = "--stretch",
            paramLabel = "RULE",
            description =
                    "How samples of more than eight bits become eight: auto (default), none, 2%%,98%% or 0,10000.")
    private Optional<String> stretch = Optional.empty();

    @Option(
            names = "--crs",
            paramLabel = "CODE",
            description = "Reference system where the file gives positions but none that is known, as EPSG:32650.")
    private Optional<String> crs = Optional.empty();

    @Option(
            names = "--gsd",
            paramLabel = "METRES",
            description = "Ground size of a pixel that the network shall see; default: the pixels of the scene.")
    private Optional<Double> groundSampleDistanceMetres = Optional.empty();

    @Option(
            names = "--overlap",
            paramLabel = "FRACTION",
            description = "Least overlap of neighbouring tiles, 0..0.5 of their side; default: 0.25.")
    private Optional<Double> overlap = Optional.empty();

    @Option(
            names = "--min-area",
            paramLabel = "PIXELS",
            description =
                    "Drop objects of fewer pixels; default: 16 in scenes that are searched by tiles, otherwise 1.")
    private Optional<Long> leastAreaPixels = Optional.empty();

    @Option(
            names = "--simplify",
            paramLabel = "PIXELS",
            description = "Simplify outlines within this tolerance; default: 0, along the pixels.")
    private Optional<Double> simplifyPixels = Optional.empty();

    @Option(
            names = {"--regularize", "--regularise"},
            description = "Give outlines right angles where they stay nearly the same, as for buildings.")
    private boolean rightAngles;

    @Option(
            names = "--threshold",
            paramLabel = "P",
            description = "A pixel belongs to the object above this probability, 0..1; default: 0.5.")
    private Optional<Double> threshold = Optional.empty();

    @Option(
            names = "--formats",
            split = ",",
            paramLabel = "NAMES",
            description = "Vector files to write for scenes; default: geojson.")
    private List<String> formats = List.of();

    @Option(names = "--probability", description = "Write k.probability.tif too.")
    private boolean probability;

    @Option(
            names = "--dry-run",
            description = "Say how many tiles, how much memory and time a run will take, and what each further"
                    + " expression costs; write nothing.")
    private boolean dryRun;

    @Option(names = "--resume", description = "Go on with an interrupted run into the same folder.")
    private boolean resume;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Keep encoded tiles in this folder, for later questions about the same scenes.")
    private Optional<Path> cache = Optional.empty();

    @Option(
            names = "--cache-memory",
            defaultValue = "512",
            paramLabel = "MB",
            description = "Memory for encoded tiles before they go to the folder of --cache; default: 512.")
    private long cacheMemoryMegabytes;

    @Option(
            names = "--cache-disk",
            defaultValue = "4096",
            paramLabel = "MB",
            description = "Most that the folder of --cache may hold; default: 4096.")
    private long cacheDiskMegabytes;

    /** Whether the user asked for anything that only scenes have. */
    public boolean isAnyGiven() {
        return frame.isPresent()
                || hasArea()
                || !bands.isEmpty()
                || stretch.isPresent()
                || crs.isPresent()
                || groundSampleDistanceMetres.isPresent()
                || overlap.isPresent()
                || leastAreaPixels.isPresent()
                || simplifyPixels.isPresent()
                || rightAngles
                || threshold.isPresent()
                || !formats.isEmpty()
                || probability
                || dryRun
                || resume;
    }

    /**
     * Refuses what makes no sense before anything is opened.
     *
     * @throws UsageException saying what
     */
    public void check() {
        if (box.isPresent() && area.isPresent()) {
            throw new UsageException("--bbox and --aoi both name an area; give one of them.");
        }
        if (frame.isPresent() && frame.get() == SceneFrame.AOI && !hasArea()) {
            throw new UsageException("--frame aoi needs an area: --bbox XMIN,YMIN,XMAX,YMAX or --aoi FILE.");
        }
        require(overlap, "--overlap", 0, MOST_OVERLAP);
        require(threshold, "--threshold", 0, 1);
        require(simplifyPixels, "--simplify", 0, Double.MAX_VALUE);
        require(groundSampleDistanceMetres, "--gsd", Double.MIN_VALUE, Double.MAX_VALUE);
        if (leastAreaPixels.isPresent() && leastAreaPixels.get() < 1) {
            throw new UsageException("--min-area is %d, expected 1 or more.".formatted(leastAreaPixels.get()));
        }
        if (cacheMemoryMegabytes < 0 || cacheDiskMegabytes < 0) {
            throw new UsageException("--cache-memory and --cache-disk are %d and %d, expected 0 or more."
                    .formatted(cacheMemoryMegabytes, cacheDiskMegabytes));
        }
        featureFormats();
    }

    private static void require(Optional<Double> value, String name, double least, double most) {
        if (value.isPresent() && !(value.get() >= least && value.get() <= most)) {
            throw new UsageException("%s is %s, expected %s..%s.".formatted(name, value.get(), least, most));
        }
    }

    boolean hasArea() {
        return box.isPresent() || area.isPresent();
    }

    Optional<String> box() {
        return box;
    }

    Optional<Path> area() {
        return area;
    }

    /** What the user named, if anything. */
    Optional<SceneFrame> namedFrame() {
        return frame;
    }

    SceneFrame frame() {
        return frame.orElse(hasArea() ? SceneFrame.AOI : SceneFrame.SCENE);
    }

    RasterOptions rasterOptions() {
        return new RasterOptions(
                bands, stretch.map(Stretch::parse).orElse(Stretch.AUTOMATIC), crs.map(CoordinateSystems::of));
    }

    /** Whether the user chose how the file is read. */
    boolean choosesReading() {
        return !bands.isEmpty() || stretch.isPresent() || crs.isPresent();
    }

    Optional<Double> groundSampleDistanceMetres() {
        return groundSampleDistanceMetres;
    }

    double overlap() {
        return overlap.orElse(0.25);
    }

    Optional<Long> leastAreaPixels() {
        return leastAreaPixels;
    }

    /** How outlines are drawn. */
    OutlineStyle outlineStyle() {
        return new OutlineStyle(simplifyPixels.orElse(0.0), rightAngles);
    }

    Optional<Double> threshold() {
        return threshold;
    }

    boolean probability() {
        return probability;
    }

    /** Whether nothing is to be done but to plan. */
    public boolean dryRun() {
        return dryRun;
    }

    /** What the cache may keep; empty when there is to be none. */
    Optional<CacheLimits> cacheLimits() {
        return cache.map(folder ->
                new CacheLimits(cacheMemoryMegabytes * MEGABYTE, Optional.of(folder), cacheDiskMegabytes * MEGABYTE));
    }

    /** Whether a former run is to be continued. */
    public boolean resume() {
        return resume;
    }

    List<FeatureFormat> featureFormats() {
        if (formats.isEmpty()) {
            return List.of(FeatureFormat.GEOJSON);
        }
        return formats.stream()
                .map(name -> FeatureFormat.named(name)
                        .orElseThrow(() -> new UsageException("--formats names \"%s\", expected some of %s."
                                .formatted(name, List.of(FeatureFormat.values())))))
                .distinct()
                .toList();
    }

    /** What answers depend on, in one line. */
    @Override
    public String toString() {
        return "frame %s, area %s %s, bands %s, stretch %s, crs %s, gsd %s, overlap %s, least area %s, outlines %s, threshold %s, formats %s, probability %s"
                .formatted(
                        frame(),
                        box,
                        area,
                        bands,
                        stretch,
                        crs,
                        groundSampleDistanceMetres,
                        overlap(),
                        leastAreaPixels,
                        outlineStyle(),
                        threshold,
                        formats,
                        probability);
    }
}
