package org.crobim.data.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetCardTest {
    private static final List<CardSample> SAMPLES = List.of(
            sample("train", "a", "The ship on the left.", "position", Set.of("absolute position"), 3),
            sample("train", "a", "the left-most ship", "extreme", Set.of("absolute position", "size"), 3),
            sample("test", "b", "the ship", "unique", Set.of(), 1));

    private static CardSample sample(
            String split, String image, String sentence, String stratum, Set<String> attributes, int ofClass) {
        return new CardSample(split, image, sentence, "ship", stratum, "small", attributes, ofClass);
    }

    @Test
    void figuresCountSamplesWordsAndKinds() {
        DatasetFigures figures = DatasetFigures.of(SAMPLES);

        assertThat(figures.samples()).isEqualTo(3);
        assertThat(figures.images()).isEqualTo(2);
        assertThat(figures.splits()).isEqualTo(Map.of("train", 2, "test", 1));
        assertThat(figures.classes()).isEqualTo(Map.of("ship", Map.of("small", 3)));
        assertThat(figures.attributes()).isEqualTo(Map.of("absolute position", 2, "size", 1));
        assertThat(figures.sentences())
                .isEqualTo(new DatasetFigures.Sentences(3, 3.33, 1.25, Map.of(2, 1, 3, 1, 5, 1), 5));
        assertThat(figures.tags()).isEqualTo(new DatasetFigures.Tags(1, 1, 2, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "the left-most ship, 1",
        "the topmost ship, 1",
        "the largest ship, 1",
        "the tiniest ship, 1",
        "the ship nearest to the harbor, 1",
        "the ship in the forest, 0",
        "the ship to the west, 0"
    })
    void superlativesAreKnownByTheirWords(String sentence, int expected) {
        DatasetFigures figures = DatasetFigures.of(List.of(sample("train", "a", sentence, "extreme", Set.of(), 1)));

        assertThat(figures.tags().superlative()).isEqualTo(expected);
    }

    @Test
    void theCardTellsOriginAndFiguresInWordsJsonAndCharts(@TempDir Path folder) throws IOException {
        CardOrigin origin = new CardOrigin(
                "Ships", "coco", "academic use", 5, "strict", "crobim dataset build", "0.1", Map.of("crowd", 2));

        new DatasetCard(origin, DatasetFigures.of(SAMPLES)).write(folder);

        String text = Files.readString(folder.resolve("card.md"));
        assertThat(text)
                .contains("# Ships", "3 samples from 2 images", "Licence: academic use", "Seed 5")
                .contains("| ship | 3 | 3 |", "| position | 1 | 33.3 % |", "| crowd | 2 |", "card/words.svg");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("card.json").toFile());
        assertThat(json.at("/figures/sentences/vocabulary").asInt()).isEqualTo(5);
        assertThat(json.at("/origin/seed").asInt()).isEqualTo(5);
        assertThat(folder.resolve("card")).isDirectoryContaining("glob:**strata.svg");
    }

    @Test
    void barsAreAsLongAsTheirCountsAndLabelsAreEscaped() {
        Map<String, Integer> bars = new LinkedHashMap<>();
        bars.put("a<b", 4);
        bars.put("c", 1);

        assertThat(new BarChart("Sizes", bars).svg())
                .startsWith("<svg xmlns=")
                .contains("a&lt;b", "width=\"480\" height=\"14\"", "width=\"120\" height=\"14\"")
                .endsWith("</svg>\n");
    }
}
