package org.crobim.train.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crobim.core.error.UsageException;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.core.progress.Progress;
import org.crobim.data.ReferringDataset;
import org.crobim.data.render.RenderedReferringDataset;
import org.crobim.data.render.SceneSpec;
import org.crobim.language.generate.ExpressionGenerator;
import org.crobim.language.generate.GeneratorOptions;
import org.crobim.train.evaluation.ControlReport;
import org.crobim.train.evaluation.EvaluationSummary;
import org.crobim.train.evaluation.Evaluator;
import org.crobim.train.evaluation.ReferringPredictor;
import org.crobim.train.evaluation.TargetPrediction;
import org.crobim.train.evaluation.TextControl;
import org.crobim.train.metrics.ScoreSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationReportTest {
    private static final ReportOrigin ORIGIN = new ReportOrigin(
            "crobim evaluate --data \"a & b\" --split val", Instant.EPOCH, Map.of("weights", "<shipped>"));

    @TempDir
    Path folder;

    private final ReferringDataset dataset = RenderedReferringDataset.create(
            new RenderedReferringDataset.Plan("scenes", 6, 4, 11),
            SceneSpec.square(96),
            new ExpressionGenerator(GeneratorOptions.standard()));
    private final ControlReport report =
            new Evaluator(new LeftHalf(), 5).evaluate(dataset, EnumSet.allOf(TextControl.class), Progress.silent());
    private final EvaluationSummary summary = EvaluationSummary.of(report, 0.5, 1);

    /** Finds the left half of every image, more surely the longer the sentence. */
    private static final class LeftHalf implements ReferringPredictor {
        @Override
        public int inputSidePixels() {
            return 32;
        }

        @Override
        public double presenceThreshold() {
            return 0.5;
        }

        @Override
        public List<TargetPrediction> predict(RgbImage image, List<String> sentences) {
            byte[] pixels = new byte[image.width() * image.height()];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) (i % image.width() < image.width() / 2 ? 1 : 0);
            }
            Mask half = Mask.of(image.width(), image.height(), pixels);
            return sentences.stream()
                    .map(text -> new TargetPrediction(
                            half, Resampling.nearest(half, 32, 32), Math.min(1, text.length() / 60.0)))
                    .toList();
        }
    }

    private Path write() {
        CaseGallery gallery = CaseGallery.choose(report.full(), dataset, new LeftHalf(), 3);
        return EvaluationReport.in(folder, false).write(summary, report, gallery, ORIGIN);
    }

    @Test
    void thePageHoldsEveryFigure() throws IOException {
        String page = Files.readString(write());

        Stream<ScoreSummary> groups =
                summary.breakdowns().values().stream().flatMap(groupsOf -> groupsOf.values().stream());
        Stream<ScoreSummary> controls =
                summary.controls().values().stream().flatMap(control -> Stream.of(control.nativeSize()));
        Stream.of(Stream.of(summary.nativeSize(), summary.modelSize(), summary.gated()), groups)
                .flatMap(scores -> scores)
                .forEach(scores -> assertThat(page)
                        .contains(
                                ScoreTables.percent(scores.mIoU()),
                                ScoreTables.percent(scores.oIoU()),
                                ScoreTables.percent(scores.pr50()),
                                ScoreTables.percent(scores.pr70()),
                                ScoreTables.percent(scores.pr90())));
        controls.forEach(scores ->
                assertThat(page).contains(ScoreTables.percent(scores.mIoU()), ScoreTables.percent(scores.oIoU())));
        assertThat(page).contains("class word only", "shuffled sentences", "no text", "Calibration of presence");
    }

    @Test
    void thePageNeedsNoOtherFileAndEscapesWhatUsersTyped() throws IOException {
        String page = Files.readString(write());

        assertThat(page).startsWith("<!DOCTYPE html>").contains("data:image/jpeg;base64,", "data:image/png;base64,");
        assertThat(page)
                .doesNotContain("src=\"pictures")
                .doesNotContain("http://")
                .doesNotContain("https://");
        assertThat(page).contains("a &amp; b", "&lt;shipped&gt;").doesNotContain("<shipped>");
    }

    @Test
    void everySampleIsALineWithItsPixelCounts() throws IOException {
        write();

        List<String> lines = Files.readAllLines(folder.resolve("samples.jsonl"));
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(lines).hasSize(dataset.samples().size());
        assertThat(first.path("id").asText()).isEqualTo(dataset.samples().get(0).id());
        assertThat(first.path("IoU").asDouble())
                .isEqualTo(first.path("I").asDouble() / first.path("U").asDouble());
        assertThat(first.at("/modelSize/U").asInt()).isPositive();
        assertThat(first.at("/controls/noText/sentence").asText("none")).isEmpty();
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("evaluation.json").toFile())
                        .path("mIoU")
                        .asDouble())
                .isEqualTo(summary.nativeSize().mIoU());
    }

    @Test
    void theGalleryBeginsWithTheBestAndTheWorstAndRepeatsNoImageThrice() {
        CaseGallery gallery = CaseGallery.choose(report.full(), dataset, new LeftHalf(), 5);

        assertThat(gallery.best())
                .isSortedAccordingTo((a, b) -> Double.compare(
                        b.result().nativeOverlap().intersectionOverUnion(),
                        a.result().nativeOverlap().intersectionOverUnion()));
        assertThat(gallery.worst().get(0).result().nativeOverlap().intersectionOverUnion())
                .isLessThanOrEqualTo(
                        gallery.best().get(0).result().nativeOverlap().intersectionOverUnion());
        assertThat(gallery.best().stream()
                        .filter(shown -> shown.result()
                                .sample()
                                .imageId()
                                .equals(gallery.best().get(0).result().sample().imageId())))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void anEarlierReportIsReplacedOnlyWhenAsked() {
        write();

        assertThatThrownBy(() -> EvaluationReport.in(folder, false))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--overwrite");
        assertThat(EvaluationReport.in(folder, true)).isNotNull();
    }
}
