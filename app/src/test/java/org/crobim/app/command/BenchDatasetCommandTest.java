package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchDatasetCommandTest {
    @TempDir
    private Path folder;

    private Path root = Path.of("");

    @BeforeEach
    void writeDataset() throws IOException {
        root = folder.resolve("RISBench_dataset");
        DrawnDataset.write(root);
        DrawnDataset.writeVocabulary(folder.resolve("vocab.txt"));
    }

    private Typed bench(Object... further) {
        List<Object> words = new ArrayList<>(List.of("dataset", "bench", "--data", root, "--format", "risbench"));
        words.addAll(List.of("--vocabulary", folder.resolve("vocab.txt"), "--tokens", "20", "--rounds", "1"));
        words.addAll(List.of(further));
        return Typed.crobim(words.toArray());
    }

    @Test
    void bothSpeedsAreSaid() {
        Typed typed = bench("--quiet");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("4 samples, 8 files a round", "decoding alone", "reading, checking");
    }

    @Test
    void jsonHoldsTheFiguresOfTheFirstSamples() {
        JsonNode json =
                bench("--count", "3", "--threads", "1", "--json", "--quiet").json();

        assertThat(json.path("samples").asInt()).isEqualTo(3);
        assertThat(json.path("files").asInt()).isEqualTo(6);
        for (String figure : List.of("decodingSamplesPerSecond", "checkingSamplesPerSecond", "share")) {
            assertThat(json.path(figure).asDouble()).as(figure).isPositive();
        }
    }

    @Test
    void aDataSetThatCannotBeReadAndWrongCountsAreErrors() throws IOException {
        assertThat(bench("--count", "0").exitCode()).isEqualTo(2);
        Files.writeString(root.resolve("img_rgb/test_0_0.png"), "nothing");
        Typed typed = bench();
        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.err()).contains("test_0_0.png");
    }
}
