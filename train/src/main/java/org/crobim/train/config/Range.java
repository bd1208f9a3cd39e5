package org.crobim.train.config;

/** Range checks of record components, with one wording for all. */
final class Range {
    private Range() {}

    static void atLeast(String component, long value, long least) {
        if (value < least) {
            throw new ComponentException(
                    component, "is %d, expected a whole number of at least %d".formatted(value, least));
        }
    }

    static void between(String component, long value, long least, long most) {
        if (value < least || value > most) {
            throw new ComponentException(
                    component, "is %d, expected a whole number in %d..%d".formatted(value, least, most));
        }
    }

    static void above(String component, double value, double bound) {
        if (!(value > bound && value < Double.POSITIVE_INFINITY)) {
            throw new ComponentException(component, "is %s, expected a number above %s".formatted(value, bound));
        }
    }

    static void notNegative(String component, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new ComponentException(component, "is %s, expected a number of at least 0".formatted(value));
        }
    }

    static void share(String component, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new ComponentException(component, "is %s, expected a share in 0..1".formatted(value));
        }
    }

    static void belowOne(String component, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new ComponentException(
                    component, "is %s, expected a number of at least 0 and below 1".formatted(value));
        }
    }
}
