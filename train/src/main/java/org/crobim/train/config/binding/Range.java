package org.crobim.train.config.binding;

/** Range checks of record components, with one wording for all; each throws {@link ComponentException}. */
public final class Range {
    private Range() {}

    /** A whole number of at least {@code least}. */
    public static void atLeast(String component, long value, long least) {
        if (value < least) {
            throw new ComponentException(
                    component, "is %d, expected a whole number of at least %d".formatted(value, least));
        }
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    public static void between(String component, long value, long least, long most) {
        if (value < least || value > most) {
            throw new ComponentException(
                    component, "is %d, expected a whole number in %d..%d".formatted(value, least, most));
        }
    }

    /** A finite number above {@code bound}. */
    public static void above(String component, double value, double bound) {
        if (!(value > bound && value < Double.POSITIVE_INFINITY)) {
            throw new ComponentException(component, "is %s, expected a number above %s".formatted(value, bound));
        }
    }

    /** A finite number of at least 0. */
    public static void notNegative(String component, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new ComponentException(component, "is %s, expected a number of at least 0".formatted(value));
        }
    }

    /** A number from 0 to 1, both included. */
    public static void share(String component, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new ComponentException(component, "is %s, expected a share in 0..1".formatted(value));
        }
    }

    /** A number of at least 0 and below 1. */
    public static void belowOne(String component, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new ComponentException(
                    component, "is %s, expected a number of at least 0 and below 1".formatted(value));
        }
    }
}
