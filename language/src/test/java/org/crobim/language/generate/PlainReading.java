package org.crobim.language.generate;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.crobim.core.geometry.Box;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.InRegion;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.OfSize;
import org.crobim.language.claim.Towards;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Region;
import org.crobim.language.place.SizeRank;

/** A second, naive evaluation of descriptions without any margin, to check the careful one against. Frame: a unit square. */
final class PlainReading {
    private final List<SceneObject> objects;

    PlainReading(SceneLayout layout, double leastVisible) {
        this.objects = layout.objects().stream()
                .filter(object -> object.visibleFraction() >= leastVisible)
                .map(object -> inUnitSquare(object, layout))
                .toList();
    }

    /** Ids of the objects that a plain reader takes a description to mean. */
    List<Integer> meaning(Description description) {
        return objectsOf(description).stream().map(SceneObject::id).toList();
    }

    private List<SceneObject> objectsOf(Description description) {
        List<SceneObject> left = objects.stream()
                .filter(object -> object.category() == description.category())
                .toList();
        for (Claim claim : description.claims()) {
            left = narrowed(left, claim);
        }
        return left;
    }

    private List<SceneObject> narrowed(List<SceneObject> left, Claim claim) {
        if (claim instanceof InRegion in) {
            return left.stream().filter(object -> lies(object, in.region())).toList();
        }
        if (claim instanceof Extreme extreme) {
            return switch (extreme.side()) {
                case LEFT -> least(left, object -> object.box().centreX());
                case RIGHT -> least(left, object -> -object.box().centreX());
                case TOP -> least(left, object -> object.box().centreY());
                case BOTTOM -> least(left, object -> -object.box().centreY());
            };
        }
        if (claim instanceof OfSize size) {
            return least(left, object -> size.rank() == SizeRank.SMALLEST ? object.areaPixels() : -object.areaPixels());
        }
        if (claim instanceof Towards towards) {
            SceneObject anchor = only(objectsOf(towards.anchor()));
            return left.stream()
                    .filter(object -> points(anchor, object, towards.bearing()))
                    .toList();
        }
        SceneObject anchor = only(objectsOf(((Nearest) claim).anchor()));
        return least(left, object -> gap(object.box(), anchor.box()));
    }

    private static boolean lies(SceneObject object, Region region) {
        int column = third(object.box().centreX());
        int row = third(object.box().centreY());
        return switch (region) {
            case LEFT -> column == 0;
            case RIGHT -> column == 2;
            case TOP -> row == 0;
            case BOTTOM -> row == 2;
            default -> region == Region.values()[3 * row + column];
        };
    }

    private static int third(double position) {
        return (int) Math.max(0, Math.min(2, Math.floor(3 * position)));
    }

    /** A diagonal reaches 25 degrees to both sides, a main direction 50. */
    private static boolean points(SceneObject anchor, SceneObject object, Bearing bearing) {
        double dx = object.box().centreX() - anchor.box().centreX();
        double dy = object.box().centreY() - anchor.box().centreY();
        double cosine =
                (dx * bearing.x() + dy * bearing.y()) / (Math.hypot(dx, dy) * Math.hypot(bearing.x(), bearing.y()));
        return cosine >= Math.cos(Math.toRadians(bearing.isDiagonal() ? 25 : 50));
    }

    private static double gap(Box a, Box b) {
        double dx = Math.max(0, Math.max(a.xMin() - b.xMax(), b.xMin() - a.xMax()));
        double dy = Math.max(0, Math.max(a.yMin() - b.yMax(), b.yMin() - a.yMax()));
        return Math.hypot(dx, dy);
    }

    private static List<SceneObject> least(List<SceneObject> objects, ToDoubleFunction<SceneObject> value) {
        return objects.stream().min(Comparator.comparingDouble(value)).stream().toList();
    }

    private static SceneObject only(List<SceneObject> objects) {
        if (objects.size() != 1) {
            throw new AssertionError("An anchor must be one object, got " + objects);
        }
        return objects.get(0);
    }

    private static SceneObject inUnitSquare(SceneObject object, SceneLayout layout) {
        Box box = object.box();
        Box unit = new Box(
                box.xMin() / layout.width(),
                box.yMin() / layout.height(),
                box.xMax() / layout.width(),
                box.yMax() / layout.height());
        return new SceneObject(object.id(), object.category(), unit, object.areaPixels(), object.visibleFraction());
    }
}
