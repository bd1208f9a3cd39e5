package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes through the command; the network has random weights, what it finds is nonsense. */
class SegmentSceneTest {
    private static final String PLANE = "the largest airplane";
    private static final String ODD = "the airplane that nobody knows";

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
        byte[] rgb = new byte[3 * 200 * 150];
        new SplittableRandom(4).nextBytes(rgb);
        ImageFiles.writePng(image, new RgbImage(200, 150, rgb));
    }

    @BeforeEach
    void nameOutput() {
        out = folder.resolve("found");
    }

    @Test
    void aFrameMakesAnImageASceneOfTiles() throws IOException {
        Typed typed = segment("--expression", PLANE, "--expression", ODD, "--frame", "scene", "--json");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        JsonNode results = typed.json().path("results");
        assertThat(results).isEqualTo(new ObjectMapper().readTree(Files.readString(out.resolve("results.json"))));
        assertThat(results.get(0).path("frame").asText()).isEqualTo("scene");
        assertThat(results.get(0).path("reading").asText()).isEqualTo("split");
        assertThat(results.get(0).path("phrases").get(0).asText()).isEqualTo("airplane");
        assertThat(results.get(0).path("objects").asInt()).isLessThanOrEqualTo(1);
        assertThat(results.get(1).path("reading").asText()).isEqualTo("overview");
        assertThat(typed.err()).contains("knows", "whole frame");
        // Pixels are no longitudes; the name says so.
        assertThat(out.resolve("0.pixel.geojson")).exists();
        Mask mask = ImageFiles.readMask(out.resolve("0.mask.png"), 127);
        assertThat(mask.width()).isEqualTo(200);
        assertThat(mask.area()).isEqualTo(results.get(0).path("areaPixels").asLong());
        assertThat(out.resolve(".crobim-work")).doesNotExist();
        assertThat(out.resolve("1.overlay.png")).exists();
    }

    @Test
    void anAreaIsTheFrame() {
        Typed typed = segment("--expression", PLANE, "--bbox", "20,30,100,90", "--json");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.json().path("results").get(0).path("frame").asText()).isEqualTo("aoi");
        Mask mask = ImageFiles.readMask(out.resolve("0.mask.png"), 127);
        assertThat(mask.width()).isEqualTo(80);
        assertThat(mask.height()).isEqualTo(60);
    }

    @Test
    void anAreaOutsideTheSceneIsBadInput() {
        Typed typed = segment("--expression", PLANE, "--bbox", "300,10,400,90");

        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.err()).contains("300", "200 columns", "150 rows");
        assertThat(out).doesNotExist();
    }

    @Test
    void anAreaWithoutExtentIsBadInput() {
        assertThat(segment("--expression", PLANE, "--bbox", "30,10,30,90").exitCode())
                .isEqualTo(3);
    }

    @Test
    void aBoxThatIsNoneIsAUsageError() {
        Typed typed = segment("--expression", PLANE, "--bbox", "30,10,30");

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("xmin,ymin,xmax,ymax");
    }

    @Test
    void aDryRunPlansAndWritesNothing() {
        Typed typed = Typed.crobim(
                "segment",
                "--image",
                image,
                "--expression",
                PLANE,
                "--expression",
                "the smallest airplane",
                "--weights",
                weights,
                "--frame",
                "scene",
                "--dry-run",
                "--json");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        JsonNode plan = typed.json();
        assertThat(plan.path("tiles").asInt()).isEqualTo(12);
        assertThat(plan.path("tilesWithData").asInt()).isEqualTo(12);
        assertThat(plan.path("phrases")).hasSize(1);
        assertThat(plan.path("seconds").asDouble()).isPositive();
        assertThat(plan.path("imageEncodedOnce").asBoolean()).isTrue();
    }

    @Test
    void nothingAtAllIsAnErrorWhenTheUserWantsItToBe() {
        Path strict = NanoWeights.write(folder.resolve("strict.safetensors"), 1);
        Typed typed = Typed.crobim(
                "segment",
                "--image",
                image,
                "--expression",
                PLANE,
                "--weights",
                strict,
                "--out",
                out,
                "--frame",
                "scene",
                "--fail-if-empty");

        assertThat(typed.exitCode()).isEqualTo(6);
        assertThat(out.resolve("results.json")).exists();
        assertThat(ImageFiles.readMask(out.resolve("0.mask.png"), 127).area()).isZero();
    }

    @Test
    void tilesByThemselvesAreWarnedAbout() {
        Typed typed = segment("--expression", PLANE, "--frame", "tile");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.err()).contains("warning", "--frame scene");
    }

    @Test
    void twoRunsOfOneSceneAreEqual() throws IOException {
        segment("--expression", PLANE, "--frame", "scene");
        Path other = folder.resolve("again");
        Typed.crobim(
                "segment",
                "--image",
                image,
                "--expression",
                PLANE,
                "--weights",
                weights,
                "--out",
                other,
                "--frame",
                "scene");

        assertThat(Files.readAllBytes(other.resolve("0.mask.png")))
                .isEqualTo(Files.readAllBytes(out.resolve("0.mask.png")));
    }

    private Typed segment(Object... more) {
        Object[] words = new Object[7 + more.length];
        Object[] first = {"segment", "--image", image, "--weights", weights, "--out", out};
        System.arraycopy(first, 0, words, 0, first.length);
        System.arraycopy(more, 0, words, first.length, more.length);
        return Typed.crobim(words);
    }
}
