package org.crobim.language.attribute;

import java.util.OptionalDouble;

/**
 * Measures of an outline.
 *
 * @param elongation long over short side of the smallest box around the object in any direction, at least 1
 * @param orientationDegrees direction of the long side against the horizontal, [0, 180), turning upwards (90 is vertical)
 * @param rectangularity area over the area of that box, (0, 1]: 1 for a rectangle, 0.79 for an ellipse; empty where only the box is known
 * @param roundness area over the area of the circle around its centre that holds it, (0, 1]: 1 for a disc, 0.64 for a square; empty
 *     where only the box is known
 */
public record Form(
        double elongation, double orientationDegrees, OptionalDouble rectangularity, OptionalDouble roundness) {
    /** Checks the ranges. */
    public Form {
        if (!(elongation >= 1 && orientationDegrees >= 0 && orientationDegrees < 180)) {
            throw new IllegalArgumentException(
                    "A form needs an elongation of at least 1 and an orientation in [0, 180) degrees, got %s and %s"
                            .formatted(elongation, orientationDegrees));
        }
        checkShare("rectangularity", rectangularity);
        checkShare("roundness", roundness);
    }

    /** The form of an oriented box of which the filling is unknown. */
    public static Form ofBox(double elongation, double orientationDegrees) {
        return new Form(elongation, orientationDegrees, OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static void checkShare(String name, OptionalDouble share) {
        if (share.isPresent() && !(share.getAsDouble() > 0 && share.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("%s must lie in (0, 1], got %s".formatted(name, share.getAsDouble()));
        }
    }
}
