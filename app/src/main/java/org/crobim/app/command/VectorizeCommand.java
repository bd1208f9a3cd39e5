package org.crobim.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.app.vector.FeatureFormats;
import org.crobim.app.vector.FeatureOutputs;
import org.crobim.app.vector.OutlineOptions;
import org.crobim.app.vector.VectorizeReport;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.UsageException;
import org.crobim.geo.raster.RasterInfo;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.source.RasterOptions;
import org.crobim.geo.source.RasterSources;
import org.crobim.geo.source.Stretch;
import org.crobim.geo.vector.FeatureOrigin;
import org.crobim.geo.vector.FeatureSet;
import org.crobim.geo.vector.MaskFeature;
import org.crobim.geo.vector.SourceMask;
import org.locationtech.jts.geom.Geometry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Turns any mask into polygons. */
@Command(
        name = "vectorize",
        description = {
            "Turns a mask into polygons.",
            "",
            "Outlines follow the pixels unless --simplify or --regularize is given. GeoJSON is longitude and latitude on"
                    + " WGS 84, GeoPackage and FlatGeobuf keep the mask's reference system, COCO counts pixels. For a mask"
                    + " without georeference all coordinates are pixels, x to the right and y down, and GeoJSON is named"
                    + " *.pixel.geojson. A mask without objects gives valid files without features."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim vectorize --mask found/0.mask.png",
            "  crobim vectorize --mask roofs.tif --out roofs.gpkg --min-area 20 --regularize",
            "  crobim vectorize --mask water.tif --out polygons --formats geojson,fgb,coco --simplify 1.5 --json",
            "",
            "Exit codes: 0 done, 2 usage or existing output, 3 unreadable mask, 7 output cannot be written."
        })
final class VectorizeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Mixin
    private OutlineOptions outline;

    @Option(
            names = "--mask",
            required = true,
            paramLabel = "FILE",
            description = "PNG, GeoTIFF or another image; a world file beside it counts.")
    private Path mask;

    @Option(
            names = "--threshold",
            paramLabel = "VALUE",
            defaultValue = "0",
            description = "Pixels whose first band is above it belong to the mask, 0..254; default: ${DEFAULT-VALUE}."
                    + " Use 127 for a mask in a JPEG file.")
    private int threshold;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "Folder, or a file whose suffix names the format (.geojson, .gpkg, .fgb, .coco.json);"
                    + " default: the folder of the mask.")
    private Optional<Path> out;

    @Option(
            names = "--formats",
            split = ",",
            paramLabel = "NAME",
            description = "geojson, gpkg, fgb or coco, separated by commas; default: geojson.")
    private List<String> formats = List.of();

    @Option(names = "--expression", paramLabel = "TEXT", description = "What the mask shows; written to every feature.")
    private Optional<String> expression;

    @Option(names = "--overwrite", description = "Replace existing files.")
    private boolean overwrite;

    @Override
    public Integer call() {
        Console console = options.console(command);
        requireOptions();
        try (RasterSource source = open()) {
            RasterInfo info = source.info();
            FeatureOutputs outputs = FeatureOutputs.prepare(place(info), overwrite);
            List<Geometry> outlines = outline.style().outlines(new SourceMask(source, threshold), outline.rules());
            FeatureSet features = features(info, outlines);
            outputs.write(features);
            VectorizeReport report = VectorizeReport.of(mask, features, outputs);
            report.lines().forEach(console::line);
            console.object(report);
        }
        return ExitCode.DONE.value();
    }

    private void requireOptions() {
        if (threshold < 0 || threshold > 254) {
            throw new UsageException("--threshold is %d: expected 0..254.".formatted(threshold));
        }
        if (expression.isPresent() && expression.get().isBlank()) {
            throw new UsageException("--expression is empty. Say what the mask shows, or leave it out.");
        }
        FeatureFormats.named(formats);
        outline.rules();
        outline.style();
    }

    private RasterSource open() {
        // A stretch would turn the numbers of classes into shades.
        return RasterSources.open(mask, RasterOptions.DEFAULT.withStretch(Stretch.NONE));
    }

    private FeatureOutputs.Place place(RasterInfo info) {
        String name = String.valueOf(mask.getFileName());
        int suffix = name.lastIndexOf('.');
        return new FeatureOutputs.Place(
                out.orElse(mask.resolveSibling("")),
                suffix > 0 ? name.substring(0, suffix) : name,
                FeatureFormats.named(formats),
                info.reference().isPresent());
    }

    private FeatureSet features(RasterInfo info, List<Geometry> outlines) {
        FeatureOrigin origin = new FeatureOrigin(expression, Optional.empty(), Optional.empty());
        return outlines.stream()
                .map(geometry -> new MaskFeature(geometry, origin, OptionalDouble.empty()))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        features -> new FeatureSet(
                                String.valueOf(mask.getFileName()),
                                info.width(),
                                info.height(),
                                info.reference(),
                                features)));
    }
}
