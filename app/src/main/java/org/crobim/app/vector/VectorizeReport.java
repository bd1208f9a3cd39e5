package org.crobim.app.vector;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.crobim.geo.vector.FeatureMeasures;
import org.crobim.geo.vector.FeatureSet;
import org.crobim.geo.vector.format.FeatureFormat;

/**
 * What {@code vectorize} made; the object that {@code --json} prints.
 *
 * @param mask the file as named
 * @param width columns of the mask
 * @param height rows of the mask
 * @param epsg code of its reference system; empty for a plain image or a system without code
 * @param features number of features
 * @param areaPixels inside all features
 * @param areaSquareMetres inside all features on the ellipsoid; empty for a plain image
 * @param files what was written
 */
public record VectorizeReport(
        String mask,
        int width,
        int height,
        OptionalInt epsg,
        int features,
        double areaPixels,
        OptionalDouble areaSquareMetres,
        List<FeatureFile> files) {
    /**
     * A file.
     *
     * @param format its name as in {@code --formats}
     * @param file where it is
     */
    public record FeatureFile(String format, String file) {}

    /** Sums up. */
    public static VectorizeReport of(Path mask, FeatureSet features, FeatureOutputs outputs) {
        List<FeatureMeasures> measures = features.features().stream()
                .map(feature -> FeatureMeasures.of(feature.geometry(), features.reference()))
                .toList();
        double metres = measures.stream()
                .mapToDouble(measure -> measure.areaSquareMetres().orElse(0))
                .sum();
        List<FeatureFile> files = new ArrayList<>();
        outputs.files().forEach((format, file) -> files.add(file(format, file)));
        return new VectorizeReport(
                mask.toString(),
                features.width(),
                features.height(),
                features.reference().map(reference -> reference.crs().epsg()).orElse(OptionalInt.empty()),
                features.features().size(),
                measures.stream().mapToDouble(FeatureMeasures::areaPixels).sum(),
                features.reference().isPresent() ? OptionalDouble.of(metres) : OptionalDouble.empty(),
                files);
    }

    private static FeatureFile file(FeatureFormat format, Path file) {
        return new FeatureFile(format.label(), file.toString());
    }

    /** The same for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        String metres = areaSquareMetres.isPresent()
                ? String.format(Locale.ROOT, ", %.1f m2", areaSquareMetres.getAsDouble())
                : "";
        lines.add(String.format(
                Locale.ROOT,
                "%s: %d %s, %.0f pixels%s",
                mask,
                features,
                features == 1 ? "feature" : "features",
                areaPixels,
                metres));
        files.forEach(file -> lines.add(file.file()));
        return lines;
    }
}
