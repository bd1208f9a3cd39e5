package org.crobim.geo.raster;

import java.util.List;
import java.util.Optional;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.geo.frame.GeoReference;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * A part of a scene as a scene of its own: its pixel (0, 0) is the upper left one of the window, and pixels outside the outline
 * hold no data. Closing it closes the whole scene.
 */
public final class AreaOfInterest implements RasterSource {
    private final RasterSource whole;
    private final PixelWindow window;
    private final Optional<PreparedGeometry> outline;
    private final GeometryFactory geometries = new GeometryFactory();

    private AreaOfInterest(RasterSource whole, PixelWindow window, Optional<PreparedGeometry> outline) {
        if (!window.fitsInto(whole.info().width(), whole.info().height())) {
            throw new IllegalArgumentException("%s leaves the scene of %d x %d pixels"
                    .formatted(window, whole.info().width(), whole.info().height()));
        }
        this.whole = whole;
        this.window = window;
        this.outline = outline;
    }

    /** A rectangle of a scene. */
    public static AreaOfInterest of(RasterSource whole, PixelWindow window) {
        return new AreaOfInterest(whole, window, Optional.empty());
    }

    /**
     * The pixels of a window whose centres lie inside an outline.
     *
     * @param outline polygon or polygons in the pixel frame of the whole scene
     */
    public static AreaOfInterest of(RasterSource whole, PixelWindow window, Geometry outline) {
        return new AreaOfInterest(whole, window, Optional.of(PreparedGeometryFactory.prepare(outline)));
    }

    /** Where the area lies in the whole scene. */
    public PixelWindow window() {
        return window;
    }

    @Override
    public RasterInfo info() {
        RasterInfo scene = whole.info();
        Optional<GeoReference> reference = scene.reference()
                .map(ground -> new GeoReference(ground.transform().window(window.x(), window.y(), 1, 1), ground.crs()));
        return new RasterInfo(
                scene.file(), window.width(), window.height(), scene.bands(), scene.sampleType(), reference);
    }

    @Override
    public List<String> remarks() {
        return whole.remarks();
    }

    @Override
    public ScenePatch read(PixelWindow part, int outputWidth, int outputHeight) {
        if (!part.fitsInto(window.width(), window.height())) {
            throw new IllegalArgumentException("%s leaves the area of interest of %d x %d pixels"
                    .formatted(part, window.width(), window.height()));
        }
        PixelWindow inScene =
                new PixelWindow(window.x() + part.x(), window.y() + part.y(), part.width(), part.height());
        ScenePatch patch = whole.read(inScene, outputWidth, outputHeight);
        return outline.map(shape -> clipped(patch, inScene, shape)).orElse(patch);
    }

    private ScenePatch clipped(ScenePatch patch, PixelWindow inScene, PreparedGeometry shape) {
        Polygon frame = rectangle(inScene);
        if (shape.containsProperly(frame)) {
            return patch;
        }
        RgbImage image = patch.image();
        byte[] valid =
                shape.intersects(frame) ? patch.valid().pixels().clone() : new byte[image.width() * image.height()];
        double columnStep = (double) inScene.width() / image.width();
        double rowStep = (double) inScene.height() / image.height();
        for (int i = 0; i < valid.length; i++) {
            if (valid[i] != 0) {
                Coordinate centre = new Coordinate(
                        inScene.x() + (i % image.width() + 0.5) * columnStep,
                        inScene.y() + (i / image.width() + 0.5) * rowStep);
                valid[i] = (byte) (shape.contains(geometries.createPoint(centre)) ? 1 : 0);
            }
        }
        return new ScenePatch(image, Mask.of(image.width(), image.height(), valid));
    }

    private Polygon rectangle(PixelWindow part) {
        List<Coordinate> corners = List.of(
                new Coordinate(part.x(), part.y()),
                new Coordinate(part.right(), part.y()),
                new Coordinate(part.right(), part.bottom()),
                new Coordinate(part.x(), part.bottom()),
                new Coordinate(part.x(), part.y()));
        return geometries.createPolygon(corners.toArray(Coordinate[]::new));
    }

    @Override
    public void close() {
        whole.close();
    }
}
