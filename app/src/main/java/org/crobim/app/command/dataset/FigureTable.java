package org.crobim.app.command.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crobim.data.card.DatasetFigures;

/** The figures of a data set as lines for people. */
final class FigureTable {
    private FigureTable() {}

    static List<String> lines(DatasetFigures figures) {
        List<String> lines = new ArrayList<>();
        lines.add("%d samples from %d images: %s"
                .formatted(figures.samples(), figures.images(), listed(figures.splits())));
        DatasetFigures.Sentences sentences = figures.sentences();
        lines.add(String.format(
                Locale.ROOT,
                "words: %.2f +- %.2f a sentence, vocabulary %d, %d different sentences",
                sentences.meanWords(),
                sentences.deviationWords(),
                sentences.vocabulary(),
                sentences.distinct()));
        lines.add("strata: " + shares(figures.strata(), figures.samples()));
        if (!figures.attributes().isEmpty()) {
            lines.add("attributes: " + shares(figures.attributes(), figures.samples()));
        }
        lines.add("tags: "
                + shares(Map.of("superlative", figures.tags().superlative()), figures.samples())
                + ", "
                + shares(Map.of("compositional", figures.tags().compositional()), figures.samples())
                + ", "
                + distractors(figures.tags()));
        lines.add("sizes: " + shares(figures.sizeGroups(), figures.samples()));
        lines.add("classes:");
        figures.classes()
                .forEach((name, sizes) -> lines.add("  %-24s %6d  %s"
                        .formatted(
                                name,
                                sizes.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum(),
                                listed(sizes))));
        return lines;
    }

    private static String distractors(DatasetFigures.Tags tags) {
        return tags.objectsKnown() == 0
                ? "two distractors unknown"
                : shares(Map.of("two distractors", tags.twoDistractors()), tags.objectsKnown());
    }

    private static String listed(Map<String, Integer> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach((name, count) -> parts.add("%s %d".formatted(name, count)));
        return String.join(", ", parts);
    }

    private static String shares(Map<String, Integer> counts, int all) {
        List<String> parts = new ArrayList<>();
        counts.forEach((name, count) ->
                parts.add(String.format(Locale.ROOT, "%s %.1f %%", name, all == 0 ? 0 : 100.0 * count / all)));
        return String.join(", ", parts);
    }
}
