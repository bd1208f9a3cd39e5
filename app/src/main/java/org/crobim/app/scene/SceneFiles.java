package org.crobim.app.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.crobim.app.output.StagedFolder;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.geo.instance.Instance;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.raster.RasterInfo;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.tiff.write.GeoTiffWriter;
import org.crobim.geo.vector.Connectivity;
import org.crobim.geo.vector.FeatureOrigin;
import org.crobim.geo.vector.FeatureSet;
import org.crobim.geo.vector.MaskFeature;
import org.crobim.geo.vector.MaskPolygon;
import org.crobim.geo.vector.PolygonRules;
import org.crobim.geo.vector.Polygonizer;
import org.crobim.geo.vector.format.FeatureFormat;
import org.crobim.geo.view.SceneLayer;
import org.crobim.geo.view.SceneView;
import org.crobim.predict.scene.SceneAnswer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The files of one answer about a scene. */
final class SceneFiles {
    /** Larger masks are written as GeoTIFF only: no viewer of pictures opens them. */
    private static final long MOST_PICTURE_PIXELS = 8192L * 8192;

    private final RasterSource frame;
    private final SceneArguments arguments;
    private final String model;

    SceneFiles(RasterSource frame, SceneArguments arguments, String model) {
        this.frame = frame;
        this.arguments = arguments;
        this.model = model;
    }

    /**
     * Makes the files of expression number k.
     *
     * @return their names: the mask first, then the overlay
     */
    List<String> write(int k, SceneAnswer answer, StagedFolder folder) {
        RasterInfo info = frame.info();
        List<String> names = new ArrayList<>();
        String mask = k + ".mask.tif";
        folder.make(mask, file -> GeoTiffWriter.writeMask(file, answer.mask(), info.reference()));
        if ((long) info.width() * info.height() <= MOST_PICTURE_PIXELS) {
            names.add(k + ".mask.png");
            folder.write(k + ".mask.png", ImageFiles.encodePng(inMemory(answer.mask())));
        } else {
            names.add(mask);
        }
        names.add(k + ".overlay.png");
        if (!names.contains(mask)) {
            names.add(mask);
        }
        if (arguments.probability()) {
            String probability = k + ".probability.tif";
            folder.make(
                    probability, file -> GeoTiffWriter.writeProbability(file, answer.probability(), info.reference()));
            names.add(probability);
        }
        FeatureSet features = new FeatureSet(
                String.valueOf(info.file().getFileName()),
                info.width(),
                info.height(),
                info.reference(),
                features(answer));
        folder.write(k + ".overlay.png", ImageFiles.encodePng(picture(answer.expression(), features)));
        for (FeatureFormat format : arguments.featureFormats()) {
            String name = format.fileName(Integer.toString(k), info.reference().isPresent());
            folder.make(name, file -> format.writer().write(file, features));
            names.add(name);
        }
        return names;
    }

    private List<MaskFeature> features(SceneAnswer answer) {
        FeatureOrigin origin =
                FeatureOrigin.of(answer.expression(), model, arguments.frame().word());
        Map<Box, Double> scores = new HashMap<>();
        for (Instance instance : answer.instances()) {
            scores.put(instance.box(), instance.score());
        }
        // Instances hang together across corners, so that polygons and instances are the same objects.
        Polygonizer polygonizer = new Polygonizer(new PolygonRules(Connectivity.EIGHT, 0, 0));
        List<MaskPolygon> polygons = polygonizer.polygons(answer.mask());
        List<Geometry> outlines = arguments
                .outlineStyle()
                .apply(polygons.stream().map(MaskPolygon::geometry).toList());
        List<MaskFeature> features = new ArrayList<>();
        for (int i = 0; i < polygons.size(); i++) {
            if (!outlines.get(i).isEmpty()) {
                features.add(new MaskFeature(outlines.get(i), origin, score(polygons.get(i), scores)));
            }
        }
        return features;
    }

    private RgbImage picture(String expression, FeatureSet features) {
        List<Geometry> outlines =
                features.features().stream().map(MaskFeature::geometry).toList();
        return new SceneView(frame, SceneView.DEFAULT_LONGEST_SIDE)
                .paint(List.of(SceneLayer.numbered(0, legend(expression, outlines.size()), outlines)));
    }

    private static String legend(String expression, int found) {
        return found == 0 ? expression + ": nothing matches" : "%s (%d)".formatted(expression, found);
    }

    private static OptionalDouble score(MaskPolygon polygon, Map<Box, Double> scores) {
        Envelope extent = polygon.geometry().getEnvelopeInternal();
        Double score = scores.get(new Box(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()));
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
    }

    private static Mask inMemory(MaskRaster mask) {
        byte[] pixels = new byte[Math.multiplyExact(mask.width(), mask.height())];
        byte[] row = new byte[mask.width()];
        for (int y = 0; y < mask.height(); y++) {
            mask.readRow(y, row);
            System.arraycopy(row, 0, pixels, y * row.length, row.length);
        }
        return Mask.of(mask.width(), mask.height(), pixels);
    }
}
