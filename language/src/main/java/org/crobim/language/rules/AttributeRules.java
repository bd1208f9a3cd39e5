package org.crobim.language.rules;

import java.util.Optional;
import java.util.OptionalDouble;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneObject;
import org.crobim.language.attribute.Appearance;
import org.crobim.language.attribute.Attribute;
import org.crobim.language.attribute.ColourName;
import org.crobim.language.attribute.Form;
import org.crobim.language.attribute.OrientationName;
import org.crobim.language.attribute.ShapeName;
import org.crobim.language.attribute.SizeName;

/**
 * Whether an object by itself has a property. The published rules name colours, sizes and shapes but no thresholds; these are
 * ours. An object at which nobody looked is always unsure, and so is the colour, shape and orientation of one that is largely
 * hidden.
 */
public final class AttributeRules {
    private static final double COLOUR_SURELY = 0.6;
    private static final double COLOUR_SURELY_NOT = 0.15;
    private static final double WHOLE_FRACTION = 0.8;
    private static final double ROUND = 0.83;
    private static final double NOT_ROUND = 0.72;
    private static final double RECTANGULAR = 0.88;
    private static final double NOT_RECTANGULAR = 0.72;
    private static final double SQUARE_ELONGATION = 1.15;
    private static final double NOT_SQUARE_ELONGATION = 1.4;
    private static final double RECTANGLE_ELONGATION = 1.3;
    private static final double ELONGATED = 3;
    private static final double NOT_ELONGATED = 2;
    private static final double HAS_AN_AXIS = 1.7;
    private static final double ALONG_DEGREES = 10;
    private static final double NOT_ALONG_DEGREES = 25;
    private static final double DIAGONAL_DEGREES = 45;

    private AttributeRules() {}

    /** Judges a property of an object in its image. */
    public static Verdict judge(Attribute attribute, SceneObject object, Frame frame) {
        if (attribute instanceof SizeName size) {
            return size(size, object, frame);
        }
        Optional<Appearance> appearance =
                object.appearance().filter(seen -> object.visibleFraction() >= WHOLE_FRACTION);
        if (attribute instanceof ColourName colour) {
            return appearance.map(seen -> colour(colour, seen)).orElse(Verdict.UNSURE);
        }
        Optional<Form> form = appearance.flatMap(Appearance::form);
        if (attribute instanceof ShapeName shape) {
            return form.map(outline -> shape(shape, outline)).orElse(Verdict.UNSURE);
        }
        OrientationName orientation = (OrientationName) attribute;
        return form.map(outline -> orientation(orientation, outline)).orElse(Verdict.UNSURE);
    }

    private static Verdict colour(ColourName colour, Appearance seen) {
        if (seen.colourShares().isEmpty()) {
            return Verdict.UNSURE;
        }
        if (seen.share(colour) >= COLOUR_SURELY) {
            return Verdict.YES;
        }
        double confusable =
                colour.confusable().stream().mapToDouble(seen::share).sum();
        return seen.share(colour) + confusable / 2 <= COLOUR_SURELY_NOT ? Verdict.NO : Verdict.UNSURE;
    }

    private static Verdict shape(ShapeName shape, Form form) {
        double elongation = form.elongation();
        return switch (shape) {
            case ELONGATED -> above(elongation, ELONGATED, NOT_ELONGATED);
            case ROUND -> above(form.roundness(), ROUND, NOT_ROUND);
            case SQUARE -> angular(form).and(above(-elongation, -SQUARE_ELONGATION, -NOT_SQUARE_ELONGATION));
            case RECTANGULAR -> angular(form).and(elongation >= RECTANGLE_ELONGATION ? Verdict.YES : Verdict.UNSURE);
        };
    }

    /** Fills its box to the corners. A small disc does so too, by the size of the pixels, but is still round. */
    private static Verdict angular(Form form) {
        Verdict fills = above(form.rectangularity(), RECTANGULAR, NOT_RECTANGULAR);
        OptionalDouble round = form.roundness();
        return round.isPresent() ? fills.and(above(-round.getAsDouble(), -NOT_ROUND, -ROUND)) : fills;
    }

    private static Verdict orientation(OrientationName orientation, Form form) {
        if (form.elongation() < HAS_AN_AXIS) {
            return Verdict.UNSURE;
        }
        double degrees = form.orientationDegrees();
        double fromHorizontal = Math.min(degrees, 180 - degrees);
        double deviation = switch (orientation) {
            case HORIZONTAL -> fromHorizontal;
            case VERTICAL -> 90 - fromHorizontal;
            case DIAGONAL -> Math.abs(DIAGONAL_DEGREES - fromHorizontal);
        };
        return above(-deviation, -ALONG_DEGREES, -NOT_ALONG_DEGREES);
    }

    /** Vehicles have no absolute size, as in VRSBench: a small lorry is larger than a large car. */
    private static Verdict size(SizeName size, SceneObject object, Frame frame) {
        if (object.category() == ObjectCategory.VEHICLE || object.visibleFraction() < WHOLE_FRACTION) {
            return Verdict.UNSURE;
        }
        SizeThresholds limits = SizeThresholds.of(object.category());
        double share = object.areaPixels() / (frame.width() * frame.height());
        return size == SizeName.LARGE
                ? above(share, limits.large(), limits.large() / SizeThresholds.CLEAR_RATIO)
                : above(-share, -limits.small(), -limits.small() * SizeThresholds.CLEAR_RATIO);
    }

    private static Verdict above(OptionalDouble value, double yes, double no) {
        return value.isPresent() ? above(value.getAsDouble(), yes, no) : Verdict.UNSURE;
    }

    private static Verdict above(double value, double yes, double no) {
        if (value >= yes) {
            return Verdict.YES;
        }
        return value <= no ? Verdict.NO : Verdict.UNSURE;
    }
}
