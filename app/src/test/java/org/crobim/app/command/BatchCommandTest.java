package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SplittableRandom;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCommandTest {
    private static final String PLANE = "the largest airplane";
    private static final String SHIP = "ship, on the left";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path weights = Path.of("");
    private Path images = Path.of("");
    private Path out = Path.of("");

    @BeforeAll
    static void writeWeights() {
        weights = NanoWeights.write(shared.resolve("nano.safetensors"), 0);
    }

    @BeforeEach
    void writeImages() throws IOException {
        images = folder.resolve("images");
        out = folder.resolve("found");
        Files.createDirectories(images.resolve("more"));
        writeNoise(images.resolve("a.png"), 1);
        writeNoise(images.resolve("b.png"), 2);
        writeNoise(images.resolve("more/a.png"), 3);
        Files.writeString(images.resolve("notes.txt"), "no image");
    }

    @Test
    void everyImageOfAFolderGetsAFolderOfResultsAndARow() throws IOException {
        Typed typed = batch("--images", images, "--expression", PLANE, "--expression", SHIP, "--json");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        JsonNode report = typed.json();
        assertThat(report).isEqualTo(new ObjectMapper().readTree(Files.readString(out.resolve("report.json"))));
        assertThat(report.path("questions").asInt()).isEqualTo(4);
        assertThat(report.path("done").asInt()).isEqualTo(4);
        assertThat(out.resolve("a/1.mask.png")).exists();
        assertThat(out.resolve("b/results.json")).exists();
        List<String> rows = Files.readAllLines(out.resolve("report.csv"));
        assertThat(rows).hasSize(5);
        assertThat(rows.get(0)).isEqualTo("image,expression,status,present,presence,areaPixels,folder,seconds,error");
        assertThat(rows.get(2)).contains("\"" + SHIP + "\",done");
    }

    @Test
    void aPatternCrossesFoldersAndKeepsNamesApart() {
        Typed typed = batch("--images", images + "/**.png", "--expression", PLANE);

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(out.resolve("a/results.json")).exists();
        assertThat(out.resolve("a-2/results.json")).exists();
        assertThat(out.resolve("b/results.json")).exists();
    }

    @Test
    void rowsOfOneImageAreOneItem() throws IOException {
        Path list = images.resolve("list.csv");
        Files.writeString(list, "image,expression\na.png,\"%s\"\nb.png,%s\na.png,%s\n".formatted(SHIP, PLANE, PLANE));

        Typed typed = batch("--list", list);

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(out.resolve("a/1.mask.png")).exists();
        assertThat(out.resolve("b/1.mask.png")).doesNotExist();
        assertThat(new ObjectMapper()
                        .readTree(Files.readString(out.resolve("a/results.json")))
                        .get(0)
                        .path("expression")
                        .asText())
                .isEqualTo(SHIP);
    }

    @Test
    void anImageThatFailsIsReportedAndStopsNoOther() throws IOException {
        Files.writeString(images.resolve("aa.png"), "no picture");

        Typed typed = batch("--images", images, "--expression", PLANE);

        assertThat(typed.exitCode()).isEqualTo(5);
        assertThat(typed.err()).contains("aa.png");
        assertThat(out.resolve("b/results.json")).exists();
        assertThat(out.resolve("aa")).doesNotExist();
        assertThat(Files.readAllLines(out.resolve("report.csv")).get(2)).contains("failed", "aa.png");
    }

    @Test
    void theFirstFailureEndsTheBatchWhenTheUserWantsItTo() throws IOException {
        Files.writeString(images.resolve("aa.png"), "no picture");

        Typed typed = batch("--images", images, "--expression", PLANE, "--on-error", "fail", "--json");

        assertThat(typed.exitCode()).isEqualTo(5);
        assertThat(typed.json().path("done").asInt()).isEqualTo(1);
        assertThat(typed.json().path("waiting").asInt()).isEqualTo(1);
        assertThat(out.resolve("b")).doesNotExist();
    }

    @Test
    void aResumedBatchDoesOnlyWhatIsLeft() throws IOException {
        Files.writeString(images.resolve("aa.png"), "no picture");
        batch("--images", images, "--expression", PLANE);
        FileTime first = Files.getLastModifiedTime(out.resolve("a/results.json"));
        writeNoise(images.resolve("aa.png"), 9);

        Typed typed = batch("--images", images, "--expression", PLANE, "--resume", "--json");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.json().path("done").asInt()).isEqualTo(3);
        assertThat(out.resolve("aa/results.json")).exists();
        assertThat(Files.getLastModifiedTime(out.resolve("a/results.json"))).isEqualTo(first);
    }

    @Test
    void formerResultsAreNotReplacedUnasked() {
        batch("--images", images, "--expression", PLANE);

        Typed again = batch("--images", images, "--expression", PLANE);

        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("--resume", "--overwrite");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertThat(batch("--images", images).exitCode()).isEqualTo(2);
        assertThat(batch("--images", folder.resolve("none"), "--expression", PLANE)
                        .exitCode())
                .isEqualTo(3);
        Path list = images.resolve("list.csv");
        Files.writeString(list, "image,sentence\na.png,ship\n");
        Typed typed = batch("--list", list);
        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.err()).contains("row 2", "expression");
    }

    private Typed batch(Object... more) {
        Object[] words = new Object[5 + more.length];
        Object[] first = {"batch", "--weights", weights, "--out", out};
        System.arraycopy(first, 0, words, 0, first.length);
        System.arraycopy(more, 0, words, first.length, more.length);
        return Typed.crobim(words);
    }

    private static void writeNoise(Path file, long seed) throws IOException {
        byte[] rgb = new byte[3 * 40 * 30];
        new SplittableRandom(seed).nextBytes(rgb);
        Files.write(file, ImageFiles.encodePng(new RgbImage(40, 30, rgb)));
    }
}
