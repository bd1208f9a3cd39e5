package org.crobim.train.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.referring.Guidance;
import org.crobim.model.referring.MaskPrediction;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.ShapeException;
import org.crobim.model.tensor.Tensors;
import org.crobim.train.config.DiceForm;
import org.crobim.train.config.LossChoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SegmentationLossTest {
    private static final float[] NO_CATEGORIES = {};

    private NativeScope scope;

    @BeforeEach
    void openScope() {
        scope = NativeScope.open();
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    private static LossChoice choice(int stride) {
        return new LossChoice(0.9, 1.1, 1.0, 0.5, 0.5, 0.5, stride, 1.0, DiceForm.FOREGROUND_MEAN);
    }

    private static LossTargets targets(byte[] masks, float[] present, int side) {
        int questions = present.length;
        return new LossTargets(
                Tensors.bytes(masks, questions, side, side),
                Tensors.floats(present, questions),
                Tensors.full(LossTargets.UNKNOWN_CATEGORY, 1, side, side).to(ScalarType.Byte),
                false);
    }

    private static LossFigures figures(Tensor logits, Tensor presence, LossTargets targets, int stride) {
        return new SegmentationLoss(choice(stride), NO_CATEGORIES)
                .of(new MaskPrediction(logits, presence), Optional.empty(), targets)
                .figures();
    }

    /** Logits (Q, 4, 4, 2) and masks of the stored case of the original RMSIN loss, channels in the given order. */
    private record Golden(Tensor logits, byte[] target, double crossEntropy, double diceSum) {
        static Golden read(boolean swapped) throws IOException {
            try (InputStream file = SegmentationLossTest.class.getResourceAsStream("loss.json")) {
                JsonNode tree = new ObjectMapper().readTree(Objects.requireNonNull(file));
                float[] logits = new float[64];
                byte[] target = new byte[32];
                for (int i = 0; i < logits.length; i++) {
                    logits[i] = (float) tree.path("logits").path("data").path(i).asDouble();
                }
                for (int i = 0; i < target.length; i++) {
                    int value = tree.path("target").path(i).asInt();
                    target[i] = (byte) (swapped ? 1 - value : value);
                }
                Tensor channelsLast = Tensors.floats(logits, 2, 2, 4, 4).permute(0, 2, 3, 1);
                return new Golden(
                        swapped ? channelsLast.flip(3) : channelsLast,
                        target,
                        tree.path("ce_weighted").asDouble(),
                        tree.path("dice_sum").asDouble());
            }
        }

        LossFigures figures() {
            return SegmentationLossTest.figures(logits, Tensors.zeros(2), targets(target, new float[] {1, 1}, 4), 1);
        }
    }

    @Test
    void crossEntropyEqualsThatOfTheOriginalRecipe() throws IOException {
        Golden golden = Golden.read(false);

        assertThat(golden.figures().crossEntropy()).isCloseTo(golden.crossEntropy(), within(1e-6));
    }

    @Test
    void theWholeLossEqualsThatOfTheOriginalRecipe() throws IOException {
        Golden golden = Golden.read(false);
        LossChoice original = new LossChoice(0.9, 1.1, 0.1, 0, 0, 0, 1, 0.9, DiceForm.BOTH_CLASSES_SUM);

        LossFigures figures = new SegmentationLoss(original, NO_CATEGORIES)
                .of(
                        MaskPrediction.ofMasks(golden.logits()),
                        Optional.empty(),
                        targets(golden.target(), new float[] {1, 1}, 4))
                .figures();

        assertThat(figures.dice()).isCloseTo(golden.diceSum(), within(1e-5));
        assertThat(figures.total()).isCloseTo(1.014180, within(1e-5));
    }

    @Test
    void diceOfBothClassesAddsUpToThatOfTheOriginalRecipe() throws IOException {
        Golden foreground = Golden.read(false);
        Golden background = Golden.read(true);

        assertThat(2 * foreground.figures().dice() + 2 * background.figures().dice())
                .isCloseTo(foreground.diceSum(), within(1e-5));
    }

    @Test
    void theAuxiliaryMaskIsJudgedAtItsOwnSizeAndAddsToTheTotal() {
        Tensor right = Tensors.floats(new float[] {30, -30, -30, -30}, 1, 2, 2);
        Tensor wrong = Tensors.floats(new float[] {-30, 30, -30, -30}, 1, 2, 2);

        LossFigures good = guidance(right, 0.25f, 0.25f);
        LossFigures bad = guidance(wrong, 0.25f, 0.25f);

        assertThat(good.guidance()).isCloseTo(0, within(1e-6));
        assertThat(bad.guidance()).isGreaterThan(10);
        assertThat(bad.total() - good.total()).isCloseTo(0.5 * (bad.guidance() - good.guidance()), within(1e-5));
    }

    @Test
    void theGuessedPlaceIsJudgedByItsDistanceFromTheCentreOfTheMask() {
        Tensor mask = Tensors.floats(new float[] {30, -30, -30, -30}, 1, 2, 2);

        // Two guesses, each 0.5 too far right and 0.25 too far down, four times their distance.
        assertThat(guidance(mask, 0.75f, 0.5f).guidance()).isCloseTo(4 * 0.75, within(1e-5));
    }

    /** Figures of a target in the upper left quarter of the image. */
    private static LossFigures guidance(Tensor mask, float x, float y) {
        byte[] truth = {1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        Guidance guidance = new Guidance(mask, Tensors.floats(new float[] {x, y, x, y}, 2, 1, 2));
        MaskPrediction prediction =
                new MaskPrediction(Tensors.zeros(1, 4, 4, 2), Optional.of(Tensors.zeros(1)), Optional.of(guidance));
        return new SegmentationLoss(choice(1), NO_CATEGORIES)
                .of(prediction, Optional.empty(), targets(truth, new float[] {1}, 4))
                .figures();
    }

    @Test
    void aNetworkWithoutAPresenceHeadIsNotPunishedForPresence() {
        byte[] mask = {1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        Tensor logits = Tensors.zeros(1, 4, 4, 2);
        LossTargets targets = targets(mask, new float[] {1}, 4);
        LossFigures with = figures(logits, Tensors.zeros(1), targets, 1);

        LossFigures without = new SegmentationLoss(choice(1), NO_CATEGORIES)
                .of(MaskPrediction.ofMasks(logits), Optional.empty(), targets)
                .figures();

        assertThat(without.presence()).isZero();
        assertThat(without.total()).isCloseTo(with.total() - 0.5 * with.presence(), within(1e-6));
    }

    @Test
    void aPerfectPredictionCostsNothing() {
        byte[] mask = {1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        Tensor target = Tensors.bytes(mask, 1, 4, 4).to(ScalarType.Float);
        Tensor certain = target.mul(new org.bytedeco.pytorch.Scalar(60)).sub(new org.bytedeco.pytorch.Scalar(30));
        Tensor logits = Tensors.stack(3, certain.neg(), certain);

        LossFigures figures = figures(logits, Tensors.full(30, 1), targets(mask, new float[] {1}, 4), 1);

        assertThat(figures.total()).isCloseTo(0, within(1e-6));
    }

    @Test
    void aQuestionWithoutTargetTakesNoPartInDice() {
        byte[] masks = new byte[32];
        masks[5] = 1;
        Tensor logits = Tensors.zeros(2, 4, 4, 2);

        LossFigures both = figures(logits, Tensors.zeros(2), targets(masks, new float[] {1, 0}, 4), 1);

        // p = 1/2 everywhere: 1 - 2 * 0.5 / (8 + 1) for the one question that has a target.
        assertThat(both.dice()).isCloseTo(1 - 1.0 / 9, within(1e-5));
    }

    @Test
    void withoutAnyTargetDiceIsZeroAndTheLossFinite() {
        LossFigures figures =
                figures(Tensors.zeros(1, 4, 4, 2), Tensors.zeros(1), targets(new byte[16], new float[] {0}, 4), 1);

        assertThat(figures.dice()).isZero();
        assertThat(figures.presence()).isCloseTo(Math.log(2), within(1e-6));
        assertThat(figures.isFinite()).isTrue();
    }

    @Test
    void theLossStrideKeepsTheAreaOfASmallTarget() {
        byte[] mask = new byte[64];
        mask[9] = 1;

        LossFigures fine = figures(Tensors.zeros(1, 2, 2, 2), Tensors.zeros(1), targets(mask, new float[] {1}, 8), 1);
        LossFigures coarse = figures(Tensors.zeros(1, 2, 2, 2), Tensors.zeros(1), targets(mask, new float[] {1}, 8), 4);

        assertThat(fine.dice()).isCloseTo(1 - 1.0 / 33, within(1e-5));
        assertThat(coarse.dice()).isCloseTo(1 - (2 * 0.5 / 16) / (2 + 1.0 / 16), within(1e-5));
        assertThat(coarse.crossEntropy()).isCloseTo(fine.crossEntropy(), within(1e-6));
    }

    @Test
    void unannotatedPixelsAreLeftOutOfTheCategoryLoss() {
        byte[] categories = new byte[64];
        java.util.Arrays.fill(categories, (byte) -1);
        // With boxes of 4 x 4, pixel (2, 2) stands for the first box.
        categories[2 * 8 + 2] = 2;
        LossTargets targets = new LossTargets(
                Tensors.bytes(new byte[64], 1, 8, 8), Tensors.zeros(1), Tensors.bytes(categories, 1, 8, 8), true);
        float[] scores = new float[2 * 2 * 3];
        scores[2] = 5;
        SegmentationLoss loss = new SegmentationLoss(choice(1), new float[] {0.25f, 1, 2.3f});

        LossFigures figures = loss.of(
                        new MaskPrediction(Tensors.zeros(1, 2, 2, 2), Tensors.zeros(1)),
                        Optional.of(Tensors.floats(scores, 1, 2, 2, 3)),
                        targets)
                .figures();

        assertThat(figures.category()).isCloseTo(Math.log(Math.exp(5) + 2) - 5, within(1e-5));
    }

    @Test
    void masksThatDoNotFitThePredictionAreRefused() {
        assertThatThrownBy(() -> figures(
                        Tensors.zeros(2, 4, 4, 2), Tensors.zeros(2), targets(new byte[16], new float[] {1}, 4), 1))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("logits [2, 4, 4, 2], masks [1, 4, 4]");
    }
}
