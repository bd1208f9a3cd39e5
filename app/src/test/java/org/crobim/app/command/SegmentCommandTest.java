package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.crobim.app.console.ShippedFiles;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentCommandTest {
    private static final String PLANE = "the largest airplane";
    private static final String SHIP = "the ship on the left";
    private static final int PNG_BIT_DEPTH = 24;
    private static final int PNG_COLOUR_TYPE = 25;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path weights = Path.of("");
    private static Path image = Path.of("");
    private Path out = Path.of("");

    @BeforeAll
    static void writeInputs() {
        weights = NanoWeights.write(shared.resolve("nano.safetensors"), 0);
        image = shared.resolve("scene.png");
        ImageFiles.writePng(image, noise(37, 21));
    }

    @BeforeEach
    void nameOutput() {
        out = folder.resolve("found");
    }

    @Test
    void eachExpressionGetsAMaskAPictureAndAnEntry() throws IOException {
        Typed typed = Typed.crobim(
                "segment",
                "--image",
                image,
                "--expression",
                PLANE,
                "--expression",
                SHIP,
                "--weights",
                weights,
                "--out",
                out);

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(names(out))
                .containsExactlyInAnyOrder(
                        "0.mask.png", "0.overlay.png", "1.mask.png", "1.overlay.png", "results.json");
        JsonNode results = new ObjectMapper().readTree(Files.readString(out.resolve("results.json")));
        assertThat(results).hasSize(2);
        JsonNode second = results.get(1);
        assertThat(second.fieldNames())
                .toIterable()
                .containsExactly("expression", "present", "presence", "areaPixels", "mask", "overlay", "milliseconds");
        assertThat(second.path("expression").asText()).isEqualTo(SHIP);
        assertThat(second.path("mask").asText()).isEqualTo("1.mask.png");
        Mask mask = ImageFiles.readMask(out.resolve("1.mask.png"), 127);
        assertThat(mask.width()).isEqualTo(37);
        assertThat(mask.height()).isEqualTo(21);
        assertThat(mask.area()).isBetween(1L, 37L * 21 - 1);
        assertThat(second.path("areaPixels").asLong()).isEqualTo(mask.area());
        assertThat(typed.out()).contains(PLANE, SHIP);
    }

    @Test
    void theObjectHoldsTheImageAndTheContentOfTheFile() throws IOException {
        Typed typed = Typed.crobim(
                "segment", "--image", image, "--expression", PLANE, "--weights", weights, "--out", out, "--json");

        JsonNode object = typed.json();
        assertThat(object.fieldNames()).toIterable().containsExactly("image", "results");
        assertThat(object.path("image").asText()).isEqualTo(image.toString());
        assertThat(object.path("results"))
                .isEqualTo(new ObjectMapper().readTree(Files.readString(out.resolve("results.json"))));
    }

    @Test
    void masksAreGreyPicturesOfEightBitsThatHoldOnly0And255() throws IOException {
        Typed.crobim("segment", "--image", image, "--expression", PLANE, "--weights", weights, "--out", out);

        byte[] png = Files.readAllBytes(out.resolve("0.mask.png"));
        assertThat(png[PNG_BIT_DEPTH]).isEqualTo((byte) 8);
        assertThat(png[PNG_COLOUR_TYPE]).as("grey without alpha").isZero();
        RgbImage mask = ImageFiles.read(out.resolve("0.mask.png"));
        for (byte value : mask.rgb()) {
            assertThat(value & 0xff).isIn(0, 255);
        }
    }

    @Test
    void nothingMatchesIsAnAnswerWithAnEmptyMask() throws IOException {
        Path strict = NanoWeights.write(folder.resolve("strict.safetensors"), 1);

        Typed typed =
                Typed.crobim("segment", "--image", image, "--expression", PLANE, "--weights", strict, "--out", out);

        assertThat(typed.exitCode()).isZero();
        assertThat(typed.out()).contains("nothing matches");
        assertThat(ImageFiles.readMask(out.resolve("0.mask.png"), 0).area()).isZero();
        JsonNode entry = new ObjectMapper()
                .readTree(Files.readString(out.resolve("results.json")))
                .get(0);
        assertThat(entry.path("present").asBoolean()).isFalse();
        assertThat(entry.path("areaPixels").asLong()).isZero();
    }

    @Test
    void anEmptyExpressionIsAUsageErrorBeforeAnyFileIsRead() {
        Typed typed = Typed.crobim(
                "segment", "--image", "no-such.png", "--expression", PLANE, "--expression", " ", "--out", out);

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("number 1 is empty");
        assertNothingWritten();
    }

    @Test
    void unknownWordsAreAWarningThatNamesThem() {
        Typed typed = Typed.crobim(
                "segment", "--image", image, "--expression", "das größte Flugzeug", "--weights", weights, "--out", out);

        assertThat(typed.exitCode()).isZero();
        assertThat(typed.err()).contains("warning", "größte", "flugzeug");
    }

    @Test
    void aVeryLongExpressionIsCutWithAWarning() {
        Typed typed = Typed.crobim(
                "segment",
                "--image",
                image,
                "--expression",
                "the ship ".repeat(500),
                "--weights",
                weights,
                "--out",
                out);

        assertThat(typed.exitCode()).isZero();
        assertThat(typed.err()).contains("longer than", "dropped");
    }

    @Test
    void quietLeavesWarningsAndResultsOnly() {
        Typed typed = Typed.crobim(
                "segment", "--image", image, "--expression", PLANE, "--weights", weights, "--out", out, "--quiet");

        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).contains(PLANE);
    }

    @Test
    void existingResultsAreKeptUnlessOverwriteIsSaid() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("7.mask.png"), "of a former run");
        Files.writeString(out.resolve("notes.txt"), "mine");

        Typed refused = Typed.crobim(
                "segment", "--image", "no-such.png", "--expression", PLANE, "--weights", weights, "--out", out);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("7.mask.png", "--overwrite");
        assertThat(names(out)).containsExactlyInAnyOrder("7.mask.png", "notes.txt");

        Typed allowed = Typed.crobim(
                "segment", "--image", image, "--expression", PLANE, "--weights", weights, "--out", out, "--overwrite");

        assertThat(allowed.exitCode()).isZero();
        assertThat(names(out)).containsExactlyInAnyOrder("0.mask.png", "0.overlay.png", "results.json", "notes.txt");
    }

    @Test
    void anOutputFolderThatIsAFileIsNotWritable() throws IOException {
        Files.writeString(out, "a file");

        Typed typed =
                Typed.crobim("segment", "--image", image, "--expression", PLANE, "--weights", weights, "--out", out);

        assertThat(typed.exitCode()).isEqualTo(7);
        assertThat(typed.err()).contains("is a file", "--out");
    }

    @Test
    void missingAndForeignWeightsAreNamed() throws IOException {
        Path foreign = Files.writeString(folder.resolve("foreign.safetensors"), "no weights at all");
        Path ofAnotherNetwork = Files.write(folder.resolve("another.safetensors"), oneNumber());
        byte[] whole = Files.readAllBytes(weights);
        Path cut = Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(whole, whole.length - 1));

        for (Path bad : new Path[] {folder.resolve("none.safetensors"), foreign, ofAnotherNetwork, cut, folder}) {
            Typed typed =
                    Typed.crobim("segment", "--image", image, "--expression", PLANE, "--weights", bad, "--out", out);

            assertThat(typed.exitCode()).as(typed.err()).isEqualTo(4);
            assertThat(typed.err()).contains(bad.getFileName().toString()).doesNotContain("Exception");
            assertNothingWritten();
        }
    }

    @Test
    void withoutTheLauncherTheShippedWeightsAreNotFound() {
        Typed typed = Typed.crobim("segment", "--image", image, "--expression", PLANE, "--out", out);

        assertThat(typed.exitCode()).isEqualTo(4);
        assertThat(typed.err()).contains("--weights");
    }

    @Test
    void theLauncherNamesTheFolderOfTheShippedWeights() throws IOException {
        Path shipped = folder.resolve("weights/crobim-default.safetensors");
        Files.createDirectories(shipped.getParent());
        Files.copy(weights, shipped);
        System.setProperty(ShippedFiles.HOME_PROPERTY, folder.toString());
        try {
            Typed typed = Typed.crobim("segment", "--image", image, "--expression", PLANE, "--out", out);

            assertThat(typed.exitCode()).as(typed.err()).isZero();
            assertThat(names(out)).contains("0.mask.png");
        } finally {
            System.clearProperty(ShippedFiles.HOME_PROPERTY);
        }
    }

    @Test
    void aMissingOptionIsAUsageErrorThatNamesIt() {
        Typed typed = Typed.crobim("segment", "--image", image, "--expression", PLANE);

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("--out", "crobim segment --help");
    }

    private void assertNothingWritten() {
        assertThat(out).doesNotExist();
        assertThat(names(folder)).noneMatch(name -> name.startsWith(".crobim"));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sound safetensors file that describes no network. */
    private static byte[] oneNumber() {
        byte[] header =
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}".getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + header.length + Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .putFloat(1)
                .array();
    }

    private static RgbImage noise(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        new SplittableRandom(1).nextBytes(rgb);
        return new RgbImage(width, height, rgb);
    }
}
