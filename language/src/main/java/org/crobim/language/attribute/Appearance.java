package org.crobim.language.attribute;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * What the pixels or the outline of an object tell.
 *
 * @param colourShares share of the visible pixels that have a colour, each 0..1, together at most 1; empty where no pixels were seen
 * @param form measures of the outline; empty where only an upright box is known
 */
public record Appearance(Map<ColourName, Double> colourShares, Optional<Form> form) {
    private static final double ROUNDING = 1e-6;

    /** Copies the map and checks the shares. */
    public Appearance {
        colourShares = Map.copyOf(colourShares);
        double total =
                colourShares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(total <= 1 + ROUNDING) || colourShares.values().stream().anyMatch(share -> !(share >= 0))) {
            throw new IllegalArgumentException(
                    "Shares of colours must not be negative nor exceed 1, got " + colourShares);
        }
    }

    /** An object of which only the form is known. */
    public static Appearance of(Form form) {
        return new Appearance(Map.of(), Optional.of(form));
    }

    /** Share of the pixels that have this colour; 0 where none has. */
    public double share(ColourName colour) {
        return colourShares.getOrDefault(colour, 0.0);
    }

    /** The most frequent colour; empty where no pixels were seen. */
    public Optional<ColourName> dominantColour() {
        return colourShares.entrySet().stream()
                .max(Map.Entry.<ColourName, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }
}
