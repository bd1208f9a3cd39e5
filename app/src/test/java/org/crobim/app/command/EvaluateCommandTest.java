package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.core.progress.Progress;
import org.crobim.data.render.RenderedReferringDataset;
import org.crobim.data.render.SceneSpec;
import org.crobim.data.risbench.RisBenchWriter;
import org.crobim.language.generate.ExpressionGenerator;
import org.crobim.language.generate.GeneratorOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path weights = Path.of("");
    private static Path risBench = Path.of("");

    @BeforeAll
    static void writeInputs() {
        weights = NanoWeights.write(shared.resolve("nano.safetensors"), 0);
        risBench = shared.resolve("RISBench_dataset");
        RenderedReferringDataset scenes = RenderedReferringDataset.create(
                new RenderedReferringDataset.Plan("scenes", 3, 2, 11),
                SceneSpec.square(96),
                new ExpressionGenerator(GeneratorOptions.standard()));
        RisBenchWriter.write(scenes, risBench, "test", Progress.silent());
    }

    private static Typed evaluateRisBench(Object... further) {
        return Typed.crobim(joined(
                List.of(
                        "evaluate",
                        "--data",
                        risBench,
                        "--format",
                        "risbench",
                        "--split",
                        "test",
                        "--weights",
                        weights),
                further));
    }

    private Typed evaluateCoco(Object... further) {
        return Typed.crobim(
                joined(List.of("evaluate", "--data", folder, "--format", "coco", "--weights", weights), further));
    }

    private static Object[] joined(List<Object> first, Object... further) {
        List<Object> words = new ArrayList<>(first);
        words.addAll(List.of(further));
        return words.toArray();
    }

    @Test
    void jsonHoldsTheFiguresAndTheirBlocks() {
        Typed typed = evaluateRisBench("--json", "--quiet");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        JsonNode json = typed.json();
        for (String block : List.of("", "/modelSize", "/gated")) {
            for (String figure : List.of("count", "oIoU", "mIoU", "pr50", "pr60", "pr70", "pr80", "pr90")) {
                assertThat(json.at(block + "/" + figure).isNumber())
                        .as(block + "/" + figure)
                        .isTrue();
            }
        }
        assertThat(json.at("/breakdowns/class").size()).isPositive();
        assertThat(json.at("/breakdowns/sizeGroup").size()).isPositive();
        assertThat(json.path("breakdowns").has("stratum")).isTrue();
        assertThat(json.at("/text/sentences").asInt())
                .isEqualTo(json.path("count").asInt());
        assertThat(json.has("controls")).isFalse();
    }

    @Test
    void peopleGetAnAlignedTableAndTheControlsWhenAsked() {
        Typed typed = evaluateRisBench("--controls", "--quiet");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.out())
                .contains("risbench test", "native size", "model size", "by class", "class word only", "no text");
        assertThat(typed.out().lines().filter(line -> line.startsWith("native size") || line.startsWith("model size")))
                .allSatisfy(line -> assertThat(line).hasSize(24 + 7 + 7 * 8));
    }

    @Test
    void aReportIsWrittenOnceAndReplacedOnlyWhenAsked() throws IOException {
        Path report = folder.resolve("report");

        assertThat(evaluateRisBench("--report", report).exitCode()).isZero();
        assertThat(Files.readString(report.resolve("index.html"))).contains("crobim evaluate", "--split test");
        assertThat(report.resolve("samples.jsonl")).isNotEmptyFile();
        Typed again = evaluateRisBench("--report", report);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("--overwrite");
        assertThat(evaluateRisBench("--report", report, "--overwrite").exitCode())
                .isZero();
    }

    @Test
    void outlinedImagesAreAskedGeneratedSentencesThatTheSeedDecides() throws IOException {
        writeCoco();

        Typed first = evaluateCoco("--split", "all", "--seed", "4", "--json", "--quiet");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.json().path("count").asInt()).isPositive();
        assertThat(evaluateCoco("--split", "all", "--seed", "4", "--json", "--quiet")
                        .json())
                .isEqualTo(first.json());
        assertThat(evaluateCoco("--split", "all", "--seed", "5", "--json", "--quiet")
                        .json())
                .isNotEqualTo(first.json());
    }

    @Test
    void aSplitFileChoosesTheImages() throws IOException {
        writeCoco();
        Path split = folder.resolve("split.json");
        Files.writeString(split, "{\"seed\":1,\"train\":[\"a.png\"],\"val\":[\"b.png\"],\"test\":[]}");

        assertThat(evaluateCoco("--split", "val", "--split-file", split).exitCode())
                .isZero();
        Typed none = evaluateCoco("--split", "test", "--split-file", split);
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("has no samples");
    }

    @Test
    void missingThingsAreSaidWithWhatToDo() throws IOException {
        Typed noFolder = Typed.crobim(
                "evaluate", "--data", "nowhere", "--format", "risbench", "--split", "test", "--weights", weights);
        assertThat(noFolder.exitCode()).isEqualTo(3);
        assertThat(noFolder.err()).contains("nowhere: no such folder");

        Typed noSplit = Typed.crobim(
                "evaluate", "--data", risBench, "--format", "risbench", "--split", "val", "--weights", weights);
        assertThat(noSplit.exitCode()).isEqualTo(3);
        assertThat(noSplit.err()).contains("output_phrase_val.txt");

        writeCoco();
        Typed noSplitFile = evaluateCoco("--split", "val");
        assertThat(noSplitFile.exitCode()).isEqualTo(2);
        assertThat(noSplitFile.err()).contains("--split-file", "--split all");
        assertThat(evaluateCoco("--split", "best").exitCode()).isEqualTo(2);
        assertThat(evaluateRisBench("--split-file", "x.json").exitCode()).isEqualTo(2);

        Typed noWeights = Typed.crobim(
                "evaluate", "--data", risBench, "--format", "risbench", "--split", "test", "--weights", "none");
        assertThat(noWeights.exitCode()).isEqualTo(4);
    }

    @Test
    void aMaskOfAnotherSizeThanItsImageIsBadInput() throws IOException {
        Path root = folder.resolve("RISBench_dataset");
        Files.createDirectories(root.resolve("img_rgb"));
        Files.createDirectories(root.resolve("mask"));
        Files.writeString(root.resolve("output_phrase_test.txt"), "one.png the ship\n");
        ImageFiles.writePng(root.resolve("img_rgb/one.png"), new RgbImage(20, 10, new byte[600]));
        ImageFiles.writePng(root.resolve("mask/one.png"), Mask.empty(10, 10));

        Typed typed = Typed.crobim(
                "evaluate", "--data", root, "--format", "risbench", "--split", "test", "--weights", weights);

        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.err()).contains("20 x 10", "10 x 10");
    }

    @Test
    void rrsisdAsPublishedIsScoredByItsClassesAlsoWhereAMaskIsAFewPixelsSmaller() throws IOException {
        Path images = Files.createDirectories(folder.resolve("images/rrsisd/JPEGImages"));
        Path annotations = Files.createDirectories(folder.resolve("rrsisd"));
        writeJpeg(images.resolve("00007.jpg"), 80, 80);
        writeJpeg(images.resolve("00009.jpg"), 80, 81);
        Files.writeString(
                annotations.resolve("refs(unc).p"),
                "(l" + reference(7, "The ship on the left") + reference(9, "A ship at the top") + ".");
        Files.writeString(annotations.resolve("instances.json"), """
                {"annotations": [
                   {"id": 7, "categories_id": 13, "segmentation": [{"size": [80, 80], "counts": [0, 800, 5600]}]},
                   {"id": 9, "categories_id": 13, "segmentation": [{"size": [80, 80], "counts": [800, 1600, 4000]}]}],
                 "categories": [{"id": 13, "name": "ship"}]}
                """);

        Typed typed = evaluate("rrsisd", "test", "--json", "--quiet");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.json().path("count").asInt()).isEqualTo(2);
        assertThat(typed.json().at("/breakdowns/class").toString()).contains("ship");
        Typed noSplit = evaluate("rrsisd", "val");
        assertThat(noSplit.exitCode()).isEqualTo(3);
        assertThat(noSplit.err()).contains("no reference of the split \"val\"", "only of [test]");
        assertThat(evaluate("rrsisd", "test", "--images", images).exitCode()).isEqualTo(2);
        Files.delete(images.resolve("00009.jpg"));
        Typed noImage = evaluate("rrsisd", "test");
        assertThat(noImage.exitCode()).isEqualTo(3);
        assertThat(noImage.err()).contains("1 of 2 images are missing", "00009.jpg", "Download");
    }

    @Test
    void refSegRsAsPublishedIsScored() throws IOException {
        writeTiff(folder.resolve("images/12.tif"), BufferedImage.TYPE_3BYTE_BGR);
        writeTiff(folder.resolve("masks/12.tif"), BufferedImage.TYPE_BYTE_GRAY);
        Files.writeString(folder.resolve("output_phrase_test.txt"), "12 the road\n12 the vehicle on the left\n");

        Typed typed = evaluate("refsegrs", "test", "--json", "--quiet");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.json().path("count").asInt()).isEqualTo(2);
        assertThat(evaluate("refsegrs", "val").err()).contains("output_phrase_val.txt is missing");
    }

    private Typed evaluate(String format, String split, Object... further) {
        return Typed.crobim(joined(
                List.of("evaluate", "--data", folder, "--format", format, "--split", split, "--weights", weights),
                further));
    }

    /** A reference to a ship of the test split, in a pickle of protocol 0. */
    private static String reference(int id, String sentence) {
        return """
                (dS'ref_id'
                I%1$d
                sS'ann_id'
                I%1$d
                sS'image_id'
                I%1$d
                sS'category_id'
                I13
                sS'file_name'
                S'%1$05d.jpg'
                sS'split'
                S'test'
                sS'sentences'
                (l(dS'sent_id'
                I%1$d
                sS'raw'
                S'%2$s'
                sS'sent'
                S'%2$s'
                sasa""".formatted(id, sentence);
    }

    private static void writeJpeg(Path file, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        assertThat(ImageIO.write(image, "jpeg", file.toFile())).isTrue();
    }

    /** Eighty pixels square, with the left half of a mask set. */
    private static void writeTiff(Path file, int type) throws IOException {
        BufferedImage image = new BufferedImage(80, 80, type);
        for (int y = 0; y < 80; y++) {
            for (int x = 0; x < 40; x++) {
                image.setRGB(x, y, 0xffffff);
            }
        }
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(image, "tiff", file.toFile())).isTrue();
    }

    private void writeCoco() throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        ImageFiles.writePng(images.resolve("a.png"), new RgbImage(80, 60, new byte[14_400]));
        ImageFiles.writePng(images.resolve("b.png"), new RgbImage(80, 60, new byte[14_400]));
        Files.writeString(folder.resolve("instances.json"), """
                {"categories": [{"id": 2, "name": "ship"}, {"id": 9, "name": "bridge"}],
                 "images": [{"id": 1, "file_name": "a.png", "width": 80, "height": 60},
                            {"id": 2, "file_name": "b.png", "width": 80, "height": 60}],
                 "annotations": [
                   {"id": 1, "image_id": 1, "category_id": 2, "iscrowd": 0, "area": 441, "bbox": [5, 5, 21, 21],
                    "segmentation": [[5, 5, 25, 5, 25, 25, 5, 25]]},
                   {"id": 2, "image_id": 2, "category_id": 9, "iscrowd": 0, "area": 441, "bbox": [40, 30, 21, 21],
                    "segmentation": [[40, 30, 60, 30, 60, 50, 40, 50]]}]}
                """);
    }
}
