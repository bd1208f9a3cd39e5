package org.crobim.geo.source;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crobim.core.error.UsageException;

/**
 * How samples become eight bits. Each chosen band is stretched by itself: one sample becomes 0, another 255, what lies
 * between is linear, what lies outside is cut.
 *
 * <p>Percentiles are taken over fixed places of the scene (see {@link BandRanges}), so one scene gives the same
 * numbers in every run and for every window.
 */
public sealed interface Stretch {
    /** Eight-bit samples stay as they are, all others get {@link #DEFAULT_PERCENTILES}. */
    Stretch AUTOMATIC = new Automatic();

    /** Samples stay as they are; what is not in 0..255 is cut. */
    Stretch NONE = new Range(0, 255);

    /** The 2nd percentile becomes 0, the 98th 255. */
    Stretch DEFAULT_PERCENTILES = new Percentiles(2, 98);

    /** See {@link #AUTOMATIC}. */
    record Automatic() implements Stretch {
        @Override
        public String toString() {
            return "auto";
        }
    }

    /**
     * By percentiles of each band.
     *
     * @param low 0..100, becomes 0
     * @param high above low, at most 100, becomes 255
     */
    record Percentiles(double low, double high) implements Stretch {
        /** Checks the range. */
        public Percentiles {
            if (!(low >= 0 && low < high && high <= 100)) {
                throw new UsageException(
                        "Stretch between percentiles %s and %s; expected 0 <= low < high <= 100, as 2%%,98%%."
                                .formatted(low, high));
            }
        }

        @Override
        public String toString() {
            return "%s%%,%s%%".formatted(low, high);
        }
    }

    /**
     * The same for all bands.
     *
     * @param black becomes 0
     * @param white above black, becomes 255
     */
    record Range(double black, double white) implements Stretch {
        /** Checks the range. */
        public Range {
            if (!(white > black) || !Double.isFinite(white - black)) {
                throw new UsageException(
                        "Stretch from %s to %s; expected numbers that grow, as 0,10000.".formatted(black, white));
            }
        }

        @Override
        public String toString() {
            return "%s,%s".formatted(black, white);
        }
    }

    /**
     * The stretch of a text: {@code auto}, {@code none}, {@code 2%,98%} or {@code 0,10000}.
     *
     * @throws UsageException if it is none of them
     */
    static Stretch parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.equals("auto")) {
            return AUTOMATIC;
        }
        if (plain.equals("none")) {
            return NONE;
        }
        Matcher pair = Pattern.compile("([-+.e\\d]+)(%?),([-+.e\\d]+)(%?)").matcher(plain.replace(" ", ""));
        try {
            if (pair.matches() && pair.group(2).equals(pair.group(4))) {
                double first = Double.parseDouble(pair.group(1));
                double second = Double.parseDouble(pair.group(3));
                return pair.group(2).isEmpty() ? new Range(first, second) : new Percentiles(first, second);
            }
        } catch (NumberFormatException e) {
            // Reported below with all that is possible.
        }
        throw new UsageException(
                "Stretch \"%s\"; expected auto, none, percentiles as 2%%,98%% or a range as 0,10000.".formatted(text));
    }
}
