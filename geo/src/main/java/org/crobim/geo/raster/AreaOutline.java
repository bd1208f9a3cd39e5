package org.crobim.geo.raster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.crobim.core.error.InputException;
import org.crobim.core.error.UsageException;
import org.crobim.geo.frame.GeoReference;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/**
 * Where an area of interest lies in a scene, as the user gave it.
 *
 * @param name what messages call it, such as "--bbox 1,2,3,4"
 * @param outline in the pixel frame of the scene; may leave the scene
 */
public record AreaOutline(String name, Geometry outline) {
    /** What a box must begin with to be meant in pixels also where the scene has coordinates. */
    public static final String PIXEL_PREFIX = "pixel:";

    private static final int CORNER_NUMBERS = 4;

    /**
     * Reads a box: xmin,ymin,xmax,ymax in the coordinates of the scene, or in pixels for a scene without any and after
     * {@link #PIXEL_PREFIX}.
     *
     * @throws UsageException if the text is no box
     */
    public static AreaOutline ofBox(String text, RasterInfo scene) {
        String name = "--bbox " + text;
        boolean pixels = text.startsWith(PIXEL_PREFIX);
        double[] corners = numbers(pixels ? text.substring(PIXEL_PREFIX.length()) : text, name);
        Geometry box = new GeometryFactory().toGeometry(new Envelope(corners[0], corners[2], corners[1], corners[3]));
        if (!pixels && scene.reference().isPresent()) {
            GeoReference ground = scene.reference().get();
            move(
                    box,
                    at -> new Coordinate(
                            ground.transform().column(at.x, at.y),
                            ground.transform().row(at.x, at.y)));
        }
        return new AreaOutline(name, box);
    }

    /**
     * Reads polygons from a GeoJSON file: longitude and latitude on WGS 84 as the format demands, or columns and rows for a scene
     * without coordinates.
     *
     * @throws InputException if the file is missing, no GeoJSON or without polygons
     */
    public static AreaOutline ofGeoJson(Path file, RasterInfo scene) {
        Geometry outline;
        try {
            outline = new GeoJsonReader().read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InputException("%s: cannot be read (%s). Check the path.".formatted(file, e), e);
        } catch (ParseException | RuntimeException e) {
            throw new InputException(
                    "%s: is no GeoJSON (%s). Expected a Polygon, MultiPolygon, Feature or FeatureCollection."
                            .formatted(file, e.getMessage()),
                    e);
        }
        Geometry area = outline.getNumGeometries() == 1 ? outline.getGeometryN(0) : outline.buffer(0);
        if (!(area instanceof Polygonal)) {
            throw new InputException(
                    "%s: holds a %s, expected polygons that outline the area.".formatted(file, area.getGeometryType()));
        }
        scene.reference()
                .ifPresent(ground -> move(area, at -> {
                    double[] place = ground.crs().fromWgs84(at.x, at.y);
                    return new Coordinate(
                            ground.transform().column(place[0], place[1]),
                            ground.transform().row(place[0], place[1]));
                }));
        return new AreaOutline(file.toString(), GeometryFixer.fix(area));
    }

    /**
     * The part of the scene inside the outline, which becomes the frame.
     *
     * @throws InputException if the area has no extent or lies outside the scene
     */
    public AreaOfInterest within(RasterSource scene) {
        int width = scene.info().width();
        int height = scene.info().height();
        Envelope box = outline.getEnvelopeInternal();
        if (!(box.getWidth() > 0 && box.getHeight() > 0)) {
            throw new InputException("%s: the area has no extent (%s pixels wide, %s high). Give two different corners."
                    .formatted(name, number(box.getWidth()), number(box.getHeight())));
        }
        double left = Math.max(0, Math.rint(box.getMinX()));
        double top = Math.max(0, Math.rint(box.getMinY()));
        double right = Math.min(width, Math.rint(box.getMaxX()));
        double bottom = Math.min(height, Math.rint(box.getMaxY()));
        if (!(left < right && top < bottom)) {
            throw new InputException(
                    "%s: the area covers columns %s..%s and rows %s..%s, but %s has %d columns and %d rows. Check the coordinates and their order (x before y)."
                            .formatted(
                                    name,
                                    number(box.getMinX()),
                                    number(box.getMaxX()),
                                    number(box.getMinY()),
                                    number(box.getMaxY()),
                                    scene.info().file(),
                                    width,
                                    height));
        }
        PixelWindow window = new PixelWindow((int) left, (int) top, (int) (right - left), (int) (bottom - top));
        return outline.isRectangle() ? AreaOfInterest.of(scene, window) : AreaOfInterest.of(scene, window, outline);
    }

    private static double[] numbers(String text, String name) {
        String[] parts = text.split(",", -1);
        try {
            double[] numbers =
                    Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
            if (numbers.length == CORNER_NUMBERS && Arrays.stream(numbers).allMatch(Double::isFinite)) {
                return numbers;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(expectation(name), e);
        }
        throw new UsageException(expectation(name));
    }

    private static String expectation(String name) {
        return "%s: expected four numbers xmin,ymin,xmax,ymax in the coordinates of the scene, or %s before them for pixels."
                .formatted(name, PIXEL_PREFIX);
    }

    private static String number(double value) {
        return "%.1f".formatted(value);
    }

    /** A change of coordinates. */
    private interface Mapping {
        Coordinate of(Coordinate at);
    }

    private static void move(Geometry geometry, Mapping mapping) {
        CoordinateFilter filter = coordinate -> coordinate.setCoordinate(mapping.of(coordinate));
        geometry.apply(filter);
        geometry.geometryChanged();
    }
}
