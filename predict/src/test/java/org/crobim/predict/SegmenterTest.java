package org.crobim.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.UsageException;
import org.crobim.core.error.WeightsException;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.tensor.Precision;
import org.crobim.model.zoo.Networks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmenterTest {
    private static final String SHIP = "the largest ship on the left";
    private static final String PLANE = "an airplane";

    @TempDir
    static Path folder;

    private static Path weights = Path.of("");
    private static Segmenter segmenter;

    @BeforeAll
    static void writeRandomWeights() {
        weights = RandomWeights.save(folder.resolve("nano.safetensors"), SHIP, PLANE);
        segmenter = Segmenter.load(weights, SegmenterOptions.onCpu());
    }

    @AfterAll
    static void close() {
        segmenter.close();
    }

    @Test
    void theMaskHasTheSizeOfTheImageWhateverItsShape() {
        for (int[] size : new int[][] {{1, 1}, {1000, 3}, {3, 1000}, {257, 255}}) {
            try (EncodedImage encoded = segmenter.encode(RandomWeights.noise(size[0], size[1], 1))) {
                Segmentation answer = segmenter.segment(encoded, SHIP);

                assertThat(answer.mask().width()).isEqualTo(size[0]);
                assertThat(answer.mask().height()).isEqualTo(size[1]);
            }
        }
    }

    @Test
    void theMaskDependsOnTheImageAndOnTheSentence() {
        try (EncodedImage encoded = segmenter.encode(RandomWeights.noise(90, 70, 2));
                EncodedImage other = segmenter.encode(RandomWeights.noise(90, 70, 3))) {
            Mask ship = segmenter.segment(encoded, SHIP).mask();

            assertThat(ship.area()).isBetween(1L, 90L * 70 - 1);
            assertThat(segmenter.segment(encoded, PLANE).mask()).isNotEqualTo(ship);
            assertThat(segmenter.segment(other, SHIP).mask()).isNotEqualTo(ship);
        }
    }

    @Test
    void keptFeaturesAnswerBitForBitLikeFreshOnes() {
        RgbImage image = RandomWeights.noise(90, 70, 2);
        try (EncodedImage kept = segmenter.encode(image)) {
            segmenter.segment(kept, PLANE);
            Segmentation later = segmenter.segment(kept, SHIP);
            try (EncodedImage fresh = segmenter.encode(image)) {
                Segmentation first = segmenter.segment(fresh, SHIP);

                assertThat(later.presence()).isEqualTo(first.presence());
                assertThat(later.ungatedMask()).isEqualTo(first.ungatedMask());
            }
        }
    }

    @Test
    void aListIsAnsweredInItsOrderAlsoBeyondOnePass() {
        List<String> expressions =
                IntStream.range(0, 11).mapToObj(k -> k % 2 == 0 ? SHIP : PLANE).toList();
        try (EncodedImage encoded = segmenter.encode(RandomWeights.noise(64, 64, 3))) {
            List<Segmentation> answers = segmenter.segment(encoded, expressions);

            assertThat(answers).extracting(Segmentation::expression).containsExactlyElementsOf(expressions);
            double ship = segmenter.segment(encoded, SHIP).presence();
            double plane = segmenter.segment(encoded, PLANE).presence();
            assertThat(ship).isNotCloseTo(plane, offset(1e-4));
            for (Segmentation answer : answers) {
                assertThat(answer.presence()).isCloseTo(answer.expression().equals(SHIP) ? ship : plane, offset(1e-5));
            }
        }
    }

    @Test
    void belowTheThresholdTheMaskIsEmptyAndTheUngatedMaskIsKept() {
        try (ReferringModel model = Networks.load(weights)) {
            model.setPresenceThreshold(1);
            Segmenter strict = Segmenter.around(model, SegmenterOptions.onCpu());
            try (EncodedImage encoded = strict.encode(RandomWeights.noise(40, 40, 4));
                    EncodedImage generous = segmenter.encode(RandomWeights.noise(40, 40, 4))) {
                Segmentation answer = strict.segment(encoded, SHIP);

                assertThat(answer.present()).isFalse();
                assertThat(answer.mask().area()).isZero();
                assertThat(answer.ungatedMask())
                        .isEqualTo(segmenter.segment(generous, SHIP).mask());
            }
        }
    }

    @Test
    void unknownWordsAndCutSentencesAreWarningsThatNameThem() {
        assertThat(segmenter.warnings(SHIP)).isEmpty();
        assertThat(segmenter.warnings("das größte Schiff").toString()).contains("größte", "schiff");
        assertThat(segmenter.warnings("ship ".repeat(200)).toString()).contains("longer than", "dropped");
        try (EncodedImage encoded = segmenter.encode(RandomWeights.noise(32, 32, 5))) {
            assertThat(segmenter.segment(encoded, "最大的船").warnings()).hasSize(1);
        }
    }

    @Test
    void aBlankExpressionIsAUsageError() {
        assertThatThrownBy(() -> segmenter.warnings("  "))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void threadsGetTheAnswersOfASingleThread() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try (EncodedImage encoded = segmenter.encode(RandomWeights.noise(80, 60, 6))) {
            Segmentation expected = segmenter.segment(encoded, SHIP);
            Callable<Segmentation> question = () -> segmenter.segment(encoded, SHIP);
            for (Future<Segmentation> answer : pool.invokeAll(List.of(question, question, question, question))) {
                assertThat(answer.get().ungatedMask()).isEqualTo(expected.ungatedMask());
                assertThat(answer.get().presence()).isEqualTo(expected.presence());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void halfPrecisionFindsNearlyTheSame() {
        SegmenterOptions options = new SegmenterOptions("cpu", 1, Precision.BF16);
        RgbImage image = RandomWeights.noise(64, 64, 7);
        try (Segmenter coarse = Segmenter.load(weights, options);
                EncodedImage approximate = coarse.encode(image);
                EncodedImage exact = segmenter.encode(image)) {
            Segmentation rough = coarse.segment(approximate, SHIP);
            Segmentation sharp = segmenter.segment(exact, SHIP);

            assertThat(rough.presence()).isNotEqualTo(sharp.presence()).isCloseTo(sharp.presence(), offset(0.005));
            assertThat(rough.mask().intersectionArea(sharp.mask()))
                    .isGreaterThan(sharp.mask().area() * 9 / 10);
        }
    }

    @Test
    void closedThingsRefuseToWork() {
        Segmenter other = Segmenter.load(weights, SegmenterOptions.onCpu());
        EncodedImage encoded = other.encode(RandomWeights.noise(16, 16, 8));
        encoded.close();
        encoded.close();

        assertThatThrownBy(() -> other.segment(encoded, SHIP))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the encoded image is closed");
        assertThatThrownBy(encoded::bytes).isInstanceOf(IllegalStateException.class);

        other.close();
        other.close();
        assertThatThrownBy(() -> other.encode(RandomWeights.noise(16, 16, 8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the segmenter is closed");
    }

    @Test
    void featuresOfAnotherSegmenterAreRefused() {
        try (Segmenter other = Segmenter.load(weights, SegmenterOptions.onCpu());
                EncodedImage foreign = other.encode(RandomWeights.noise(16, 16, 9))) {
            assertThatThrownBy(() -> segmenter.segment(foreign, SHIP))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("another segmenter");
        }
    }

    @Test
    void aNetworkInTrainingModeIsRefused() {
        try (ReferringModel model = Networks.load(weights)) {
            model.network().setTraining(true);
            Segmenter around = Segmenter.around(model, SegmenterOptions.onCpu());

            assertThatThrownBy(() -> around.encode(RandomWeights.noise(16, 16, 10)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("training mode");
        }
    }

    @Test
    void missingWeightsAndDevicesAreNamed() {
        assertThatThrownBy(() -> Segmenter.load(folder.resolve("none.safetensors"), SegmenterOptions.onCpu()))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("none.safetensors");
        assertThatThrownBy(() -> Segmenter.load(weights, new SegmenterOptions("tpu", 1, Precision.FP32)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tpu");
    }
}
