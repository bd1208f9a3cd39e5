package org.crobim.data.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.crobim.core.file.AtomicFile;

/**
 * The card of a data set: {@code card.md} for people, {@code card.json} for programs, and its charts as SVG in {@code card}.
 *
 * @param origin where it comes from
 * @param figures what it holds
 */
public record DatasetCard(CardOrigin origin, DatasetFigures figures) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Writes the card into the folder of the data set, over a former one. */
    public void write(Path folder) {
        charts().forEach((name, chart) ->
                AtomicFile.writeString(folder.resolve("card").resolve(name + ".svg"), true, chart.svg()));
        AtomicFile.writeString(folder.resolve("card.md"), true, markdown());
        AtomicFile.writeString(folder.resolve("card.json"), true, json());
    }

    private Map<String, BarChart> charts() {
        Map<String, Integer> perClass = new LinkedHashMap<>();
        figures.classes().forEach((name, sizes) -> perClass.put(name, sum(sizes)));
        Map<String, Integer> lengths = new LinkedHashMap<>();
        figures.sentences().lengths().forEach((words, count) -> lengths.put(words + " words", count));
        Map<String, BarChart> charts = new LinkedHashMap<>();
        charts.put("classes", new BarChart("Samples of each class", perClass));
        charts.put("sizes", new BarChart("Size of the target", figures.sizeGroups()));
        charts.put("strata", new BarChart("What the sentence rests on", figures.strata()));
        charts.put("attributes", new BarChart("Attributes beside the class", figures.attributes()));
        charts.put("words", new BarChart("Words of a sentence", lengths));
        return charts;
    }

    private String json() {
        try {
            return MAPPER.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A card cannot be written as JSON", e);
        }
    }

    private String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("# %s\n\n".formatted(origin.name()));
        text.append(
                "%d samples from %d images of %s, in the layout of RISBench; `samples.jsonl` tells more of each.\n\n"
                        .formatted(figures.samples(), figures.images(), origin.source()));
        text.append("* Licence: %s\n".formatted(origin.licence()));
        text.append("* Seed %d, rules `%s`, version %s\n".formatted(origin.seed(), origin.rules(), origin.version()));
        text.append("* Built by `%s`\n".formatted(origin.command()));
        DatasetFigures.Sentences sentences = figures.sentences();
        text.append(String.format(
                Locale.ROOT,
                "* %.2f words a sentence (standard deviation %.2f), %d different sentences, vocabulary of %d words\n",
                sentences.meanWords(),
                sentences.deviationWords(),
                sentences.distinct(),
                sentences.vocabulary()));
        DatasetFigures.Tags tags = figures.tags();
        text.append("* Superlatives %s, compositional %s, at least two distractors of the class %s\n"
                .formatted(
                        share(tags.superlative()),
                        share(tags.compositional()),
                        tags.objectsKnown() == 0 ? "unknown" : share(tags.twoDistractors())));
        text.append("\nSplits go by source image: no image is in two of them.\n");
        table(text, "Splits", figures.splits());
        classes(text);
        table(text, "What the sentence rests on", figures.strata());
        table(text, "Attributes beside the class", figures.attributes());
        table(text, "Left out", origin.leftOut());
        text.append("\n## Charts\n\n");
        charts().forEach((name, chart) -> text.append("![%s](card/%s.svg)\n".formatted(chart.title(), name)));
        return text.toString();
    }

    private void classes(StringBuilder text) {
        text.append("\n## Classes and sizes\n\n| class |");
        figures.sizeGroups().keySet().forEach(size -> text.append(" %s |".formatted(size)));
        text.append(" all |\n|---|")
                .append("---:|".repeat(figures.sizeGroups().size() + 1))
                .append('\n');
        figures.classes().forEach((name, sizes) -> {
            text.append("| %s |".formatted(name));
            figures.sizeGroups().keySet().forEach(size -> text.append(" %d |".formatted(sizes.getOrDefault(size, 0))));
            text.append(" %d |\n".formatted(sum(sizes)));
        });
    }

    private void table(StringBuilder text, String title, Map<String, Integer> counts) {
        if (counts.isEmpty()) {
            return;
        }
        text.append("\n## %s\n\n| | number | share of the samples |\n|---|---:|---:|\n".formatted(title));
        counts.forEach((name, count) -> text.append("| %s | %d | %s |\n".formatted(name, count, share(count))));
    }

    private String share(int count) {
        return String.format(Locale.ROOT, "%.1f %%", figures.samples() == 0 ? 0 : 100.0 * count / figures.samples());
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
