package org.crobim.data.dota;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crobim.core.error.InputException;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.annotated.Refusal;
import org.crobim.data.annotated.RefusalLog;
import org.crobim.data.listing.TextLines;
import org.crobim.language.CategoryMention;
import org.crobim.language.ObjectCategory;

/**
 * One file of labels: optional headers {@code imagesource:} and {@code gsd:}, then {@code x1 y1 ... x4 y4 class difficult}.
 * Line ends of both kinds, integers and decimals are read; a missing {@code difficult} (v1.0 test tools) means 0.
 *
 * @param groundSampleDistanceMetres metres a pixel; empty where the file says nothing, "null", or what no camera has
 * @param objects in the order of the file, the id counts usable lines from 0
 */
public record DotaLabels(OptionalDouble groundSampleDistanceMetres, List<AnnotatedObject> objects) {
    private static final int CORNER_NUMBERS = 8;

    /** P0168 states 2.68e-06, which is probably degrees. */
    private static final double LEAST_PLAUSIBLE_METRES = 0.01;

    private static final double MOST_PLAUSIBLE_METRES = 100;

    /** Copies the list. */
    public DotaLabels {
        objects = List.copyOf(objects);
    }

    /**
     * Reads a file.
     *
     * @throws InputException if it cannot be read or is no UTF-8 text
     */
    public static DotaLabels read(Path file, RefusalLog refusals) {
        OptionalDouble metres = OptionalDouble.empty();
        List<AnnotatedObject> objects = new ArrayList<>();
        try (TextLines lines = TextLines.open(file)) {
            while (lines.advance()) {
                String line = lines.text().strip();
                if (line.startsWith("gsd:")) {
                    metres = plausible(line.substring("gsd:".length()).strip());
                } else if (!line.isEmpty() && !line.startsWith("imagesource:")) {
                    new Line(file, lines.number(), line.split("\\s+"))
                            .object(objects.size(), refusals)
                            .ifPresent(objects::add);
                }
            }
        } catch (IOException e) {
            throw new InputException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        return new DotaLabels(metres, objects);
    }

    private static OptionalDouble plausible(String text) {
        try {
            double metres = Double.parseDouble(text);
            return metres >= LEAST_PLAUSIBLE_METRES && metres <= MOST_PLAUSIBLE_METRES
                    ? OptionalDouble.of(metres)
                    : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            // "null" and words: the distance is not known, which is common and harms nothing.
            return OptionalDouble.empty();
        }
    }

    /** One line of a file, cut into words. */
    private record Line(Path file, int number, String[] words) {
        Optional<AnnotatedObject> object(int id, RefusalLog refusals) {
            if (words.length != CORNER_NUMBERS + 1 && words.length != CORNER_NUMBERS + 2) {
                return refuse(refusals, "is not \"x1 y1 x2 y2 x3 y3 x4 y4 class difficult\"");
            }
            double[] corners = new double[CORNER_NUMBERS];
            for (int i = 0; i < CORNER_NUMBERS; i++) {
                try {
                    corners[i] = Double.parseDouble(words[i]);
                } catch (NumberFormatException e) {
                    return refuse(refusals, "has a corner that is no number");
                }
                if (!Double.isFinite(corners[i])) {
                    return refuse(refusals, "has a corner that is not finite");
                }
            }
            String name = words[CORNER_NUMBERS];
            Optional<ObjectCategory> category = CategoryMention.named(name);
            if (category.isEmpty()) {
                return refuse(refusals, "class \"%s\" is unknown".formatted(name.toLowerCase(Locale.ROOT)));
            }
            boolean difficult = words.length > CORNER_NUMBERS + 1 && !words[CORNER_NUMBERS + 1].equals("0");
            ObjectShape shape = new ObjectShape.OrientedBox(corners);
            if (!(shape.box().area() > 0)) {
                return refuse(refusals, "the box has no area");
            }
            return Optional.of(new AnnotatedObject(id, category.get(), name, shape, difficult));
        }

        private Optional<AnnotatedObject> refuse(RefusalLog refusals, String reason) {
            refusals.refuse(new Refusal(file, number, "\"%s\"".formatted(String.join(" ", words)), reason));
            return Optional.empty();
        }
    }
}
