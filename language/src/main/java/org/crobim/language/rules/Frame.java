package org.crobim.language.rules;

import org.crobim.core.geometry.Box;
import org.crobim.language.SceneObject;

/**
 * The image in which places are judged.
 *
 * @param width pixels
 * @param height pixels
 */
public record Frame(double width, double height) {
    /** Centre of an object, fraction of the width. */
    public double x(SceneObject object) {
        return object.box().centreX() / width;
    }

    /** Centre of an object, fraction of the height. */
    public double y(SceneObject object) {
        return object.box().centreY() / height;
    }

    /** The box of an object in fractions of width and height. */
    public Box fractions(SceneObject object) {
        Box box = object.box();
        return new Box(box.xMin() / width, box.yMin() / height, box.xMax() / width, box.yMax() / height);
    }

    /** Distance between the boxes of two objects, 0 where they touch; fractions of the image. */
    public double gap(SceneObject one, SceneObject other) {
        Box a = fractions(one);
        Box b = fractions(other);
        double dx = Math.max(0, Math.max(a.xMin() - b.xMax(), b.xMin() - a.xMax()));
        double dy = Math.max(0, Math.max(a.yMin() - b.yMax(), b.yMin() - a.yMax()));
        return Math.hypot(dx, dy);
    }

    /** Distance between the centres of two objects, fractions of the image. */
    public double centreDistance(SceneObject one, SceneObject other) {
        return Math.hypot(x(one) - x(other), y(one) - y(other));
    }
}
