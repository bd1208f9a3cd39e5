package org.crobim.geo.frame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.crobim.core.error.InputException;

/**
 * The files beside an image that say where it lies: six numbers in {@code .pgw}, {@code .jgw}, {@code .tfw} or {@code .wld}, and
 * well-known text in {@code .prj}.
 */
public final class WorldFile {
    private static final int MOST_BYTES = 1 << 16;

    private WorldFile() {}

    /**
     * The transform of an image. World files give the centre of the upper left pixel; it is moved to the corner.
     *
     * @return empty where there is no world file
     * @throws InputException if there is one that does not hold six numbers, or pixels would have no area
     */
    public static Optional<GridTransform> transform(Path image) {
        Optional<Path> file = sibling(image, worldSuffixes(image));
        return file.map(WorldFile::parse);
    }

    /**
     * The reference system of an image.
     *
     * @return empty where there is no {@code .prj}
     * @throws InputException if its text cannot be used
     */
    public static Optional<SceneCrs> crs(Path image) {
        Optional<Path> file = sibling(image, List.of("prj", "PRJ"));
        return file.map(path -> {
            try {
                return CoordinateSystems.of(text(path));
            } catch (InputException e) {
                throw new InputException("%s: %s".formatted(path, e.getMessage()), e);
            }
        });
    }

    private static GridTransform parse(Path file) {
        String[] words = text(file).strip().split("\\s+");
        double[] numbers = new double[6];
        try {
            if (words.length < numbers.length) {
                throw new NumberFormatException("it has %d".formatted(words.length));
            }
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Double.parseDouble(words[i].replace(',', '.'));
            }
            return new GridTransform(numbers[4], numbers[0], numbers[2], numbers[5], numbers[1], numbers[3])
                    .window(-0.5, -0.5, 1, 1);
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    "%s: expected six numbers of a world file that give pixels an area (%s). Correct or remove it."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new InputException("%s: has %,d bytes, expected a few lines.".formatted(file, Files.size(file)));
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new InputException("%s: cannot be read (%s). Check its permissions.".formatted(file, e), e);
        }
    }

    /** First and last letter of the image's suffix with a w, the whole suffix with a w, and wld. */
    private static List<String> worldSuffixes(Path image) {
        Set<String> suffixes = new LinkedHashSet<>();
        String suffix = suffix(image);
        if (suffix.length() >= 2) {
            suffixes.add("" + suffix.charAt(0) + suffix.charAt(suffix.length() - 1) + "w");
            suffixes.add(suffix + "w");
        }
        suffixes.add("wld");
        List<String> both = new ArrayList<>(suffixes);
        suffixes.forEach(name -> both.add(name.toUpperCase(Locale.ROOT)));
        return both;
    }

    private static String suffix(Path image) {
        String name = image.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<Path> sibling(Path image, List<String> suffixes) {
        String name = image.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return suffixes.stream()
                .map(suffix -> image.resolveSibling(stem + "." + suffix))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
