package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.crobim.data.ReferringSample;
import org.crobim.data.risbench.RisBenchDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetRenderCommandTest {
    @TempDir
    private Path folder;

    private Typed render(String out, Object... further) {
        List<Object> words = new ArrayList<>(List.of("dataset", "render", "--out", folder.resolve(out), "--quiet"));
        words.addAll(List.of(further));
        return Typed.crobim(words.toArray());
    }

    private Typed small(String out, Object... further) {
        List<Object> words = new ArrayList<>(List.of("--count", 12, "--seed", 3, "--size", 128));
        words.addAll(List.of(further));
        return render(out, words.toArray());
    }

    @Test
    void whatIsDrawnIsReadAsRisBenchWithMasksWhereTheLinesSay() throws IOException {
        Typed typed = small("out", "--json", "--splits", "0.5,0.25,0.25", "--held-out", 30);

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        Path out = folder.resolve("out");
        JsonNode json = typed.json();
        assertThat(json.at("/figures/splits/train").asInt())
                .isPositive()
                .isEqualTo(Files.readAllLines(out.resolve("output_phrase_train.txt"))
                        .size());
        assertThat(json.at("/heldOutSamples").asInt())
                .isPositive()
                .isEqualTo(Files.readAllLines(out.resolve("heldout/output_phrase_test.txt"))
                        .size());
        RisBenchDataset train = RisBenchDataset.open(out, "train");
        Map<String, JsonNode> lines = lines(out);
        for (ReferringSample sample : train.samples()) {
            JsonNode line = Objects.requireNonNull(lines.get(sample.id().replace(".png", "")));
            assertThat(train.readMask(sample).area())
                    .isEqualTo(line.path("areaPixels").asLong());
            assertThat(train.readImage(sample).width()).isEqualTo(128);
        }
        JsonNode card = new ObjectMapper().readTree(out.resolve("card.json").toFile());
        assertThat(card.at("/origin/command").asText())
                .contains("crobim dataset render --count 12 --seed 3 --size 128");
    }

    @Test
    void theSameSeedGivesTheSameFilesWhateverTheThreadsAndAnotherSeedOthers() throws IOException {
        small("one", "--threads", 1);
        small("two", "--threads", 2);
        render("three", "--count", 12, "--seed", 4, "--size", 128);

        Map<String, Long> one = contents("one");
        assertThat(one).isNotEmpty().isEqualTo(contents("two"));
        assertThat(contents("three")).isNotEqualTo(one);
    }

    @Test
    void noHeldOutScenesMeansNoHeldOutFolder() {
        Typed typed = small("out", "--held-out", 0);

        assertThat(typed.exitCode()).isZero();
        assertThat(folder.resolve("out/heldout")).doesNotExist();
    }

    @Test
    void sharesOfStrataAreFollowedWhereScenesAllowIt() {
        JsonNode places =
                small("places", "--json", "--held-out", 0, "--strata", "1,0,0").json();
        JsonNode others =
                small("others", "--json", "--held-out", 0, "--strata", "0,1,0").json();

        assertThat(places.at("/figures/strata/object relative").asInt())
                .isLessThan(others.at("/figures/strata/object relative").asInt());
    }

    @Test
    void anExistingDataSetIsAUsageErrorUnlessItMayBeReplaced() throws IOException {
        small("out");
        Map<String, Long> former = contents("out");

        assertThat(small("out").exitCode()).isEqualTo(2);
        assertThat(small("out").err()).contains("--overwrite");
        assertThat(contents("out")).isEqualTo(former);
        assertThat(small("out", "--overwrite").exitCode()).isZero();
        assertThat(contents("out")).isEqualTo(former);
        assertThat(small("out", "--overwrite", "--resume").exitCode()).isEqualTo(2);
    }

    @Test
    void aSetWhoseHeldOutPartIsReadyGoesOnWithTheSameOptionsOnly() throws IOException {
        small("whole");
        small("out");
        Path out = folder.resolve("out");
        for (String list : List.of("train", "val", "test")) {
            Files.deleteIfExists(out.resolve("output_phrase_%s.txt".formatted(list)));
        }

        Typed other = render("out", "--count", 13, "--seed", 3, "--size", 128, "--resume");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("other options");
        assertThat(small("out", "--resume").exitCode()).isZero();
        // The card names the folder of the set.
        assertThat(Files.readAllBytes(out.resolve("samples.jsonl")))
                .isEqualTo(Files.readAllBytes(folder.resolve("whole/samples.jsonl")));
    }

    @Test
    void wrongNumbersAreUsageErrorsThatNameTheOption() {
        assertThat(render("out", "--count", 0, "--seed", 1).exitCode()).isEqualTo(2);
        assertThat(render("out", "--count", 0, "--seed", 1).err()).contains("--count 0");
        assertThat(render("out", "--count", 3, "--seed", 1, "--size", 20).err()).contains("--size 20", "64 to 4096");
        assertThat(small("out", "--expressions", 0).err()).contains("--expressions 0");
        assertThat(small("out", "--held-out", -1).err()).contains("--held-out -1");
        assertThat(small("out", "--splits", "0.9,0.9,0.9").exitCode()).isEqualTo(2);
        assertThat(small("out", "--strata", "0.5,0.5").err()).contains("--strata \"0.5,0.5\"");
        assertThat(small("out", "--strata", "0.5,0.4,0.3").exitCode()).isEqualTo(2);
        assertThat(render("out", "--count", 3).exitCode()).isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void anOutputThatIsAFileOrLiesUnderOneCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("out"), "mine");

        assertThat(small("out").exitCode()).isEqualTo(7);
        assertThat(small("out", "--held-out", 0).exitCode()).isEqualTo(7);
        assertThat(small("out/deeper").exitCode()).isEqualTo(7);
        assertThat(folder.resolve("out")).hasContent("mine");
    }

    @Test
    void helpExplainsItselfWithExamplesAndExitCodes() {
        assertThat(Typed.crobim("dataset", "render", "--help").out())
                .contains("Usage: crobim dataset render", "--held-out", "Examples:", "Exit codes: 0 done");
        assertThat(Typed.crobim("dataset", "--help").out()).contains("render");
    }

    private static Map<String, JsonNode> lines(Path out) throws IOException {
        Map<String, JsonNode> lines = new TreeMap<>();
        for (String line : Files.readAllLines(out.resolve("samples.jsonl"))) {
            JsonNode node = new ObjectMapper().readTree(line);
            lines.put(node.path("id").asText(), node);
        }
        return lines;
    }

    /** Checksums of all files but the cards, which name their folder. */
    private Map<String, Long> contents(String name) throws IOException {
        Path root = folder.resolve(name);
        Map<String, Long> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith("card.")) {
                    CRC32 checksum = new CRC32();
                    checksum.update(Files.readAllBytes(file));
                    contents.put(root.relativize(file).toString(), checksum.getValue());
                }
            }
        }
        return contents;
    }
}
