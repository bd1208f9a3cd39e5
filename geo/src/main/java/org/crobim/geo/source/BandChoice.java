package org.crobim.geo.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crobim.core.error.InputException;

/**
 * Which bands of a file become red, green and blue.
 *
 * @param red from 0
 * @param green from 0
 * @param blue from 0
 * @param isGuess whether neither the user nor the file said so
 */
record BandChoice(int red, int green, int blue, boolean isGuess) {
    private static final List<String> COLOURS = List.of("red", "green", "blue");

    /** The three bands in order. */
    int[] bands() {
        return new int[] {red, green, blue};
    }

    /**
     * Chooses.
     *
     * @param wanted numbers from 1 or names, none, one or three
     * @param names of the bands in lower case, empty where unknown
     * @param colourBands bands that may be colours by default, at least 1: all but alpha
     * @param file as messages describe it, "scene.tif ... 4 bands (uint16, EPSG:32650)"
     * @throws InputException if a band is not in the file
     */
    static BandChoice of(List<String> wanted, List<String> names, int colourBands, Description file) {
        if (!wanted.isEmpty()) {
            List<Integer> bands = new ArrayList<>();
            for (String name : wanted) {
                bands.add(band(name, names, file));
            }
            boolean grey = bands.size() == 1;
            return new BandChoice(bands.get(0), bands.get(grey ? 0 : 1), bands.get(grey ? 0 : 2), false);
        }
        if (names.containsAll(COLOURS)) {
            return new BandChoice(names.indexOf("red"), names.indexOf("green"), names.indexOf("blue"), false);
        }
        return colourBands < 3 ? new BandChoice(0, 0, 0, colourBands > 1) : new BandChoice(0, 1, 2, true);
    }

    /** What a message says of a file. */
    record Description(String file, String kind) {}

    private static int band(String wanted, List<String> names, Description file) {
        String plain = wanted.toLowerCase(Locale.ROOT);
        if (plain.matches("\\d{1,6}")) {
            int number = Integer.parseInt(plain);
            if (number >= 1 && number <= names.size()) {
                return number - 1;
            }
        } else if (names.contains(plain)) {
            return names.indexOf(plain);
        }
        throw new InputException("%s: band %s requested but the file has %d band%s (%s)%s. %s"
                .formatted(
                        file.file,
                        wanted,
                        names.size(),
                        names.size() == 1 ? "" : "s",
                        file.kind,
                        known(names),
                        advice(names.size())));
    }

    private static String known(List<String> names) {
        String known = IntStream.range(0, names.size())
                .filter(i -> !names.get(i).isEmpty())
                .mapToObj(i -> "%d %s".formatted(i + 1, names.get(i)))
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "" : ", of which " + known;
    }

    private static String advice(int bands) {
        return bands >= 3
                ? "Use --bands 3,2,1 to choose red, green and blue."
                : "Use --bands 1 to take the first as grey.";
    }
}
