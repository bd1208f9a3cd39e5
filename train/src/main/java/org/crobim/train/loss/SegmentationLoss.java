package org.crobim.train.loss;

import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.referring.Guidance;
import org.crobim.model.referring.MaskPrediction;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.ShapeException;
import org.crobim.model.tensor.Tensors;
import org.crobim.train.config.DiceForm;
import org.crobim.train.config.LossChoice;

/**
 * crossEntropy x cross-entropy + dice x Dice + presence x presence loss + category x dense class loss + guidance x auxiliary losses of the language side, weights from {@link LossChoice}.
 *
 * <ul>
 *   <li>Cross-entropy with a weight for each of the two classes, over all pixels of all questions, divided by the sum of the
 *       weights, as in the LAVT and RMSIN recipes.
 *   <li>Dice on the foreground probability, 1 - (2 sum pt + e) / (sum p + sum t + e) with e = 1e-6, mean over the questions that
 *       have a target; or, as in RMSIN, the sum over both classes and all questions, which on questions without a target
 *       punishes certainty.
 *   <li>Binary cross-entropy of the presence logit; nothing for a network without a presence head.
 *   <li>Cross-entropy of the auxiliary classes, weighted by {@link CategoryWeights}, pixels without annotation left out.
 * </ul>
 *
 * <p>With two classes only the difference of the logits matters, so one channel is scaled up instead of two. It is scaled
 * bilinearly to S / loss stride and the masks are averaged over boxes to the same size: a small target keeps its area there.
 */
public final class SegmentationLoss {
    private static final double DICE_SMOOTHING = 1e-6;
    private static final double PLACE_WEIGHT = 4;
    private static final long SUM = 2;
    private static final long MEAN = 1;
    private static final long BACKGROUND = 0;
    private static final long FOREGROUND = 1;

    private final LossChoice choice;
    private final float[] categoryWeights;

    /**
     * A loss.
     *
     * @param choice weights of the parts
     * @param categoryWeights one weight for each of the K dense classes, background first; unused where the network has no
     *     auxiliary head
     */
    public SegmentationLoss(LossChoice choice, float[] categoryWeights) {
        this.choice = choice;
        this.categoryWeights = categoryWeights.clone();
    }

    /**
     * Compares a prediction with the truth.
     *
     * @param prediction logits (Q, h, w, 2), presence (Q)
     * @param categoryLogits (B, h, w, K) of the auxiliary head, where the network has one
     * @param targets on the device of the prediction
     * @throws ShapeException if the truth does not fit the prediction
     */
    public PassLoss of(MaskPrediction prediction, Optional<Tensor> categoryLogits, LossTargets targets) {
        requireFit(prediction, targets);
        Tensor truth = truth(targets.masks());
        Tensor difference = difference(prediction.logits(), truth.size(1), truth.size(2));
        Tensor crossEntropy = crossEntropy(difference, truth);
        Tensor dice = choice.diceForm() == DiceForm.FOREGROUND_MEAN
                ? dice(difference.sigmoid(), truth, targets.present())
                : diceSum(difference.sigmoid(), truth);
        Tensor presence = presence(prediction.presence(), targets);
        Tensor category = category(categoryLogits, targets);
        Tensor guidance = guidance(prediction.guidance(), targets);
        Tensor total = crossEntropy
                .mul(new Scalar(choice.crossEntropy()))
                .add(dice.mul(new Scalar(choice.dice())))
                .add(presence.mul(new Scalar(choice.presence())))
                .add(category.mul(new Scalar(choice.category())))
                .add(guidance.mul(new Scalar(choice.guidance())));
        double[] figures = Tensors.toDoubles(Tensors.stack(0, total, crossEntropy, dice, presence, category, guidance));
        return new PassLoss(
                total, new LossFigures(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5]));
    }

    /**
     * Compares the auxiliary classes alone with the truth.
     *
     * @param logits (B, h, w, K) of the auxiliary head
     */
    public PassLoss ofCategories(Tensor logits, LossTargets targets) {
        Tensor category = category(Optional.of(logits), targets);
        Tensor total = category.mul(new Scalar(choice.category()));
        double[] figures = Tensors.toDoubles(Tensors.stack(0, total, category));
        return new PassLoss(total, new LossFigures(figures[0], 0, 0, 0, figures[1], 0));
    }

    private static Tensor presence(Optional<Tensor> logits, LossTargets targets) {
        if (logits.isEmpty()) {
            return torch.zeros_like(targets.present().select(0, 0));
        }
        return torch.binary_cross_entropy_with_logits(logits.get().to(ScalarType.Float), targets.present());
    }

    /** The auxiliary mask at its own size, and the two guesses of the target's place. */
    private Tensor guidance(Optional<Guidance> guidance, LossTargets targets) {
        if (guidance.isEmpty() || choice.guidance() == 0) {
            return torch.zeros_like(targets.present().select(0, 0));
        }
        Tensor difference = guidance.get().mask().to(ScalarType.Float);
        Tensor truth =
                torch.adaptive_avg_pool2d(targets.masks().to(ScalarType.Float), difference.size(1), difference.size(2));
        Tensor missed = guidance.get().places().to(ScalarType.Float).sub(centres(truth));
        Tensor distance = missed.abs()
                .sum(2)
                .mul(targets.present())
                .mean(0)
                .sum()
                .div(targets.present().sum().clamp_min(new Scalar(1)));
        return crossEntropy(difference, truth)
                .add(dice(difference.sigmoid(), truth, targets.present()))
                .add(distance.mul(new Scalar(PLACE_WEIGHT)));
    }

    /** Centre of mass of each mask as share of width and height, (Q, 2); of no meaning where a mask is empty. */
    private static Tensor centres(Tensor truth) {
        Tensor area = truth.sum(1, 2).clamp_min(new Scalar(DICE_SMOOTHING));
        Tensor x = truth.sum(1).matmul(middles(truth.size(2), truth)).div(area);
        Tensor y = truth.sum(2).matmul(middles(truth.size(1), truth)).div(area);
        return Tensors.stack(1, x, y);
    }

    private static Tensor middles(long cells, Tensor like) {
        float[] middles = new float[Math.toIntExact(cells)];
        for (int i = 0; i < middles.length; i++) {
            middles[i] = (i + 0.5f) / cells;
        }
        return Tensors.floats(middles, cells).to(like.device(), like.scalar_type());
    }

    /** (Q, S, S) uint8 to (Q, s, s) float32, the covered share of each box. */
    private Tensor truth(Tensor masks) {
        Tensor fine = masks.to(ScalarType.Float);
        long stride = choice.lossStride();
        return stride == 1 ? fine : torch.avg_pool2d(fine, stride, stride);
    }

    /** Logit of the target over the background, (Q, height, width). */
    private static Tensor difference(Tensor logits, long height, long width) {
        Tensor coarse = logits.select(-1, FOREGROUND).sub(logits.select(-1, BACKGROUND));
        return Ops.resizeBilinear(coarse.to(ScalarType.Float).unsqueeze(-1), height, width)
                .squeeze(-1);
    }

    private Tensor crossEntropy(Tensor difference, Tensor truth) {
        double background = choice.backgroundWeight();
        double foreground = choice.foregroundWeight();
        Tensor ratio = Tensors.full(foreground / background, 1).to(difference.device(), ScalarType.Float);
        Tensor sum = torch.binary_cross_entropy_with_logits(
                difference, truth, new TensorOptional(), new TensorOptional(ratio), SUM);
        Tensor weights =
                truth.sum().mul(new Scalar(foreground - background)).add(new Scalar(background * truth.numel()));
        return sum.mul(new Scalar(background)).div(weights);
    }

    private static Tensor dice(Tensor probability, Tensor truth, Tensor present) {
        Tensor missed = missed(probability, truth).mul(present);
        Tensor questions = present.sum().clamp_min(new Scalar(1));
        return missed.sum().div(questions);
    }

    private static Tensor diceSum(Tensor probability, Tensor truth) {
        Scalar one = new Scalar(1);
        Tensor background = missed(probability.neg().add(one), truth.neg().add(one));
        return missed(probability, truth).add(background).sum();
    }

    /** 1 - Dice of each question (Q). */
    private static Tensor missed(Tensor probability, Tensor truth) {
        long[] pixels = {1, 2};
        Scalar smoothing = new Scalar(DICE_SMOOTHING);
        Tensor overlap = probability.mul(truth).sum(pixels).mul(new Scalar(2)).add(smoothing);
        Tensor size = probability.sum(pixels).add(truth.sum(pixels)).add(smoothing);
        return overlap.div(size).neg().add(new Scalar(1));
    }

    private Tensor category(Optional<Tensor> logits, LossTargets targets) {
        if (logits.isEmpty() || choice.category() == 0 || !targets.categoriesKnown()) {
            return torch.zeros_like(targets.present().select(0, 0));
        }
        Tensor scores = logits.get();
        long classes = scores.size(-1);
        if (classes != categoryWeights.length) {
            throw new ShapeException("auxiliary head has %d classes, the loss has weights for %d"
                    .formatted(classes, categoryWeights.length));
        }
        Tensor truth = everyNth(targets.categories(), targets.categories().size(1) / scores.size(1));
        Tensor weights = Tensors.floats(categoryWeights, classes).to(scores.device(), ScalarType.Float);
        return torch.cross_entropy_loss(
                scores.to(ScalarType.Float).reshape(-1, classes),
                truth.to(ScalarType.Long).reshape(-1),
                new TensorOptional(weights),
                MEAN,
                LossTargets.UNKNOWN_CATEGORY,
                0.0);
    }

    /** The middle pixel of each n x n box. */
    private static Tensor everyNth(Tensor map, long n) {
        LongOptional middle = new LongOptional(n / 2);
        return map.slice(1, middle, new LongOptional(), n).slice(2, middle, new LongOptional(), n);
    }

    private void requireFit(MaskPrediction prediction, LossTargets targets) {
        long[] logits = Tensors.shape(prediction.logits());
        long[] masks = Tensors.shape(targets.masks());
        boolean fits = logits.length == 4
                && masks.length == 3
                && logits[0] == masks[0]
                && logits[3] == 2
                && masks[1] % choice.lossStride() == 0
                && masks[2] % choice.lossStride() == 0
                && targets.present().numel() == logits[0];
        if (!fits) {
            throw new ShapeException(
                    "logits %s, masks %s: expected (Q, h, w, 2) and (Q, S, S), S a multiple of the loss stride of %d"
                            .formatted(Arrays.toString(logits), Arrays.toString(masks), choice.lossStride()));
        }
    }
}
