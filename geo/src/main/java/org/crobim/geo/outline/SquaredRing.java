package org.crobim.geo.outline;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * A ring whose edges run along one direction or across it.
 *
 * <p>In axes turned by that direction every edge counts as level or upright, whichever is nearer. Consecutive edges of one
 * kind become one line at their mean position, weighted by length; level and upright lines alternate then, and each corner
 * is where two of them meet.
 */
final class SquaredRing {
    private static final int FEWEST_LINES = 4;

    /** Consecutive edges of one kind. */
    private static final class Line {
        private final boolean level;
        private double length;
        private double weightedPosition;

        Line(boolean level) {
            this.level = level;
        }

        void add(Coordinate from, Coordinate to) {
            double edge = from.distance(to);
            length += edge;
            weightedPosition += edge * (level ? from.y + to.y : from.x + to.x) / 2;
        }

        void add(Line other) {
            length += other.length;
            weightedPosition += other.weightedPosition;
        }

        double position() {
            return weightedPosition / length;
        }
    }

    private SquaredRing() {}

    /**
     * The direction that the edges of a ring prefer, modulo a right angle: the mean of their directions as angles of a
     * circle that closes after a right angle, weighted by length.
     *
     * @return radians from the x axis, -pi/4 to pi/4
     */
    static double dominantDirection(LinearRing ring) {
        double east = 0;
        double north = 0;
        Coordinate[] corners = ring.getCoordinates();
        for (int i = 1; i < corners.length; i++) {
            double length = corners[i - 1].distance(corners[i]);
            double angle = 4 * Math.atan2(corners[i].y - corners[i - 1].y, corners[i].x - corners[i - 1].x);
            east += length * Math.cos(angle);
            north += length * Math.sin(angle);
        }
        return Math.atan2(north, east) / 4;
    }

    /**
     * Squares a ring.
     *
     * @param direction radians from the x axis
     * @param shortestEdge lines below this are dropped where others are left
     * @return the ring itself where too little of it would be left
     */
    static LinearRing of(LinearRing ring, double direction, double shortestEdge) {
        AffineTransformation turn = AffineTransformation.rotationInstance(-direction);
        Coordinate[] turned = turn.transform(ring).getCoordinates();
        List<Line> lines = lines(turned);
        dropShort(lines, shortestEdge);
        if (lines.size() < FEWEST_LINES) {
            return ring;
        }
        Coordinate[] corners = new Coordinate[lines.size() + 1];
        for (int i = 0; i <= lines.size(); i++) {
            corners[i] = meeting(lines.get(i % lines.size()), lines.get((i + 1) % lines.size()));
        }
        LinearRing squared = ring.getFactory().createLinearRing(corners);
        return (LinearRing) AffineTransformation.rotationInstance(direction).transform(squared);
    }

    /** Lines in the order of the ring, level and upright in turn. */
    private static List<Line> lines(Coordinate[] corners) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < corners.length; i++) {
            boolean level = Math.abs(corners[i].x - corners[i - 1].x) >= Math.abs(corners[i].y - corners[i - 1].y);
            if (lines.isEmpty() || lines.get(lines.size() - 1).level != level) {
                lines.add(new Line(level));
            }
            lines.get(lines.size() - 1).add(corners[i - 1], corners[i]);
        }
        // The ring may begin within a line.
        if (lines.size() > 1 && lines.get(0).level == lines.get(lines.size() - 1).level) {
            lines.get(0).add(lines.remove(lines.size() - 1));
        }
        return lines;
    }

    /** Drops the shortest line again and again; its neighbours, which are of one kind, become one. */
    private static void dropShort(List<Line> lines, double shortestEdge) {
        while (lines.size() > FEWEST_LINES) {
            int shortest = 0;
            for (int i = 1; i < lines.size(); i++) {
                shortest = lines.get(i).length < lines.get(shortest).length ? i : shortest;
            }
            if (lines.get(shortest).length >= shortestEdge) {
                return;
            }
            Line dropped = lines.get(shortest);
            Line before = lines.get((shortest + lines.size() - 1) % lines.size());
            Line after = lines.get((shortest + 1) % lines.size());
            before.add(after);
            // By identity: lines have no equality of their own.
            lines.remove(after);
            lines.remove(dropped);
        }
    }

    private static Coordinate meeting(Line one, Line other) {
        return one.level
                ? new Coordinate(other.position(), one.position())
                : new Coordinate(one.position(), other.position());
    }
}
