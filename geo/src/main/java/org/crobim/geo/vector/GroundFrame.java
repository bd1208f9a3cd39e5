package org.crobim.geo.vector;

import java.util.ArrayList;
import java.util.List;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.frame.GridTransform;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryTransformer;

/** Takes points and geometries from the pixel frame of a scene to the ground. */
public final class GroundFrame {
    /** An edge gets a corner more where a straight line would leave it by more than this. */
    private static final double STRAIGHT_WITHIN_PIXELS = 0.005;

    /** Shorter edges are straight enough on any map: pixels would have to be kilometres wide. */
    private static final double SHORTEST_BENT_EDGE_PIXELS = 8;

    private static final int MOST_HALVINGS = 12;

    private final GeoReference reference;
    private final GridTransform grid;

    /**
     * @param reference of the scene
     */
    public GroundFrame(GeoReference reference) {
        this.reference = reference;
        this.grid = reference.transform();
    }

    /** Coordinates of a point in the scene's own system. */
    public Coordinate toCrs(Coordinate pixel) {
        return new Coordinate(grid.x(pixel.x, pixel.y), grid.y(pixel.x, pixel.y));
    }

    /** A geometry in the scene's own system, where pixel edges stay straight. */
    public Geometry toCrs(Geometry pixels) {
        return new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence coordinates, Geometry parent) {
                Coordinate[] moved = new Coordinate[coordinates.size()];
                for (int i = 0; i < moved.length; i++) {
                    moved[i] = toCrs(coordinates.getCoordinate(i));
                }
                return factory.getCoordinateSequenceFactory().create(moved);
            }
        }.transform(pixels);
    }

    /** Longitude and latitude of a point on WGS 84, degrees. */
    public Coordinate toWgs84(Coordinate pixel) {
        Coordinate coordinate = toCrs(pixel);
        double[] degrees = reference.crs().toWgs84(coordinate.x, coordinate.y);
        return new Coordinate(degrees[0], degrees[1]);
    }

    /**
     * A geometry in longitude and latitude on WGS 84, degrees.
     *
     * <p>The geometry may span half the globe. Long edges get additional corners, so that the whole edge, and not its ends alone, lies within a hundredth of a
     * pixel. A polygon that crosses longitude 180 is cut there, as RFC 7946 (3.1.9) wants it. A polygon around a pole has no
     * such form and is not supported.
     */
    public Geometry toWgs84(Geometry pixels) {
        double longitude = toWgs84(pixels.getCoordinate()).x;
        Geometry degrees = new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence coordinates, Geometry parent) {
                Coordinate[] ring = degrees(coordinates.toCoordinateArray(), longitude);
                return factory.getCoordinateSequenceFactory().create(ring);
            }
        }.transform(pixels);
        return Antimeridian.cut(degrees);
    }

    /** The side of a pixel in degrees, the shorter one, at a point of the scene. */
    public double pixelDegrees(Coordinate pixel) {
        Coordinate here = toWgs84(pixel);
        Coordinate right = toWgs84(new Coordinate(pixel.x + 1, pixel.y));
        Coordinate below = toWgs84(new Coordinate(pixel.x, pixel.y + 1));
        return Math.min(degreesBetween(here, right), degreesBetween(here, below));
    }

    private static double degreesBetween(Coordinate one, Coordinate other) {
        return Math.hypot(Antimeridian.near(one.x, other.x) - one.x, other.y - one.y);
    }

    /** Turns every corner near to a longitude, so that rings of one geometry lie side by side across longitude 180. */
    private Coordinate[] degrees(Coordinate[] pixels, double longitude) {
        List<Coordinate> degrees = new ArrayList<>(pixels.length);
        Coordinate before = toWgs84(pixels[0], longitude);
        degrees.add(before);
        for (int i = 1; i < pixels.length; i++) {
            Coordinate here = toWgs84(pixels[i], longitude);
            if (mayBend(pixels[i - 1], pixels[i])) {
                bend(new Edge(pixels[i - 1], pixels[i], before, here), MOST_HALVINGS, degrees);
            }
            degrees.add(here);
            before = here;
        }
        return degrees.toArray(Coordinate[]::new);
    }

    private Coordinate toWgs84(Coordinate pixel, double longitude) {
        Coordinate degrees = toWgs84(pixel);
        degrees.x = Antimeridian.near(longitude, degrees.x);
        return degrees;
    }

    /** Both ends of an edge in both frames. */
    private record Edge(Coordinate from, Coordinate to, Coordinate fromDegrees, Coordinate toDegrees) {}

    private boolean mayBend(Coordinate from, Coordinate to) {
        return !reference.crs().isGeographic() && from.distance(to) >= SHORTEST_BENT_EDGE_PIXELS;
    }

    private void bend(Edge edge, int halvings, List<Coordinate> degrees) {
        if (halvings == 0 || isStraight(edge)) {
            return;
        }
        Coordinate middle = new Coordinate((edge.from.x + edge.to.x) / 2, (edge.from.y + edge.to.y) / 2);
        Coordinate middleDegrees = toWgs84(middle, edge.fromDegrees.x);
        bend(new Edge(edge.from, middle, edge.fromDegrees, middleDegrees), halvings - 1, degrees);
        degrees.add(middleDegrees);
        bend(new Edge(middle, edge.to, middleDegrees, edge.toDegrees), halvings - 1, degrees);
    }

    private boolean isStraight(Edge edge) {
        double longitude = (edge.fromDegrees.x + edge.toDegrees.x) / 2;
        double latitude = (edge.fromDegrees.y + edge.toDegrees.y) / 2;
        double[] middle = reference.crs().fromWgs84(Antimeridian.near(0, longitude), latitude);
        Coordinate pixel = new Coordinate(grid.column(middle[0], middle[1]), grid.row(middle[0], middle[1]));
        return Distance.pointToSegment(pixel, edge.from, edge.to) <= STRAIGHT_WITHIN_PIXELS;
    }
}
