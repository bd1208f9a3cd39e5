package org.crobim.train.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crobim.train.config.binding.ComponentException;
import org.crobim.train.config.binding.Default;
import org.crobim.train.config.binding.Range;

/**
 * How long and how fast the network learns. Exactly one of {@code steps} and {@code epochs} must be given.
 *
 * @param steps optimizer steps of the whole run, at least 1
 * @param epochs passes over the training images, at least 1
 * @param epochSteps optimizer steps that count as one epoch, for endless sources; where absent an epoch is one pass
 * @param imagesPerStep images behind one optimizer step, over all replicas and accumulated passes; a multiple of both
 * @param replicas networks that share the work of a step, at least 1
 * @param learningRate peak, after warm-up
 * @param minimumLearningRate where the schedule ends, at most the peak
 * @param warmUpSteps steps of linear rise from zero, fewer than all steps
 * @param schedule how the rate falls
 * @param polynomialPower power of the polynomial schedule
 * @param weightDecay decoupled, as in AdamW; see {@code decayRule}
 * @param betas decay of the two running moments of AdamW, each at least 0 and below 1
 * @param clipNorm largest norm of the gradient, 0 for no clipping
 * @param accumulation passes whose gradients are summed up for one step, at least 1
 * @param emaDecay decay of the averaged weights, at least 0 and below 1; 0 for none
 * @param decayRule which parameters are decayed
 * @param trainedTextLayers only the first so many blocks of the text encoder learn, its embeddings and later blocks stay as they
 *     are; absent: all of it learns. 10 in the published code of LAVT and RMSIN, which leaves out embeddings and the last two
 * @param rateScales factors on the learning rate, each at least 0, by the first letters of parameter names: {@code vision: 0.1}
 */
public record OptimizationChoice(
        OptionalInt steps,
        OptionalInt epochs,
        OptionalInt epochSteps,
        @Default("8") int imagesPerStep,
        @Default("1") int replicas,
        @Default("1.0e-3") double learningRate,
        @Default("0.0") double minimumLearningRate,
        @Default("0") int warmUpSteps,
        @Default("cosine") Schedule schedule,
        @Default("0.9") double polynomialPower,
        @Default("0.05") double weightDecay,
        @Default("[0.9, 0.98]") List<Double> betas,
        @Default("1.0") double clipNorm,
        @Default("1") int accumulation,
        @Default("0.998") double emaDecay,
        @Default("matrices") DecayRule decayRule,
        OptionalInt trainedTextLayers,
        @Default("{}") Map<String, Object> rateScales) {
    /** Parameters of a text encoder; the group is the number of the block, where there is one. */
    private static final Pattern TEXT = Pattern.compile("text(?:_encoder)?\\.(?:encoder\\.layer\\.(\\d+)\\.)?.*");

    /** Checks every range and that the length of the run is given once. */
    public OptimizationChoice {
        betas = List.copyOf(betas);
        rateScales = Collections.unmodifiableMap(new LinkedHashMap<>(rateScales));
        checkLength(steps, epochs);
        steps.ifPresent(value -> Range.atLeast("steps", value, 1));
        epochs.ifPresent(value -> Range.atLeast("epochs", value, 1));
        epochSteps.ifPresent(value -> Range.atLeast("epochSteps", value, 1));
        Range.atLeast("replicas", replicas, 1);
        Range.atLeast("accumulation", accumulation, 1);
        Range.atLeast("imagesPerStep", imagesPerStep, 1);
        checkShares(imagesPerStep, replicas, accumulation);
        Range.above("learningRate", learningRate, 0);
        checkMinimum(minimumLearningRate, learningRate);
        Range.between("warmUpSteps", warmUpSteps, 0, steps.orElse(Integer.MAX_VALUE) - 1);
        Range.above("polynomialPower", polynomialPower, 0);
        Range.notNegative("weightDecay", weightDecay);
        checkBetas(betas);
        Range.notNegative("clipNorm", clipNorm);
        Range.belowOne("emaDecay", emaDecay);
        trainedTextLayers.ifPresent(layers -> Range.atLeast("trainedTextLayers", layers, 0));
        rateScales.forEach(OptimizationChoice::checkScale);
    }

    /**
     * Optimizer steps of the whole run.
     *
     * @param images images of one pass over the training data, at least 1
     */
    public int totalSteps(int images) {
        int stepsOfOneEpoch = epochSteps.orElse((images + imagesPerStep - 1) / imagesPerStep);
        return steps.orElseGet(() -> Math.multiplyExact(epochs.orElse(1), stepsOfOneEpoch));
    }

    /**
     * Whether a parameter of the text encoder learns; true for all others.
     *
     * @param parameter dotted name, as in the weights file
     */
    public boolean teaches(String parameter) {
        Matcher text = TEXT.matcher(parameter);
        if (trainedTextLayers.isEmpty() || !text.matches()) {
            return true;
        }
        return text.group(1) != null && Integer.parseInt(text.group(1)) < trainedTextLayers.getAsInt();
    }

    /** The factors on the learning rate as numbers. */
    public Map<String, Double> rateScaleByPrefix() {
        Map<String, Double> scales = new LinkedHashMap<>();
        rateScales.forEach((prefix, scale) -> scales.put(prefix, ((Number) scale).doubleValue()));
        return scales;
    }

    private static void checkScale(String prefix, Object scale) {
        if (!(scale instanceof Number number)) {
            throw new ComponentException(
                    "rateScales", "has \"%s\" for %s, expected a number of at least 0".formatted(scale, prefix));
        }
        Range.notNegative("rateScales", number.doubleValue());
    }

    private static void checkLength(OptionalInt steps, OptionalInt epochs) {
        if (steps.isEmpty() && epochs.isEmpty()) {
            throw new ComponentException("steps", "is missing and so is epochs, expected one of them");
        }
        if (steps.isPresent() && epochs.isPresent()) {
            throw new ComponentException(
                    "epochs",
                    "is %d while steps is %d, expected only one of them; remove the other"
                            .formatted(epochs.getAsInt(), steps.getAsInt()));
        }
    }

    private static void checkShares(int imagesPerStep, int replicas, int accumulation) {
        if (imagesPerStep % Math.multiplyExact(replicas, accumulation) != 0) {
            throw new ComponentException(
                    "imagesPerStep",
                    "is %d, expected a multiple of replicas x accumulation = %d x %d"
                            .formatted(imagesPerStep, replicas, accumulation));
        }
    }

    private static void checkMinimum(double minimum, double peak) {
        if (!(minimum >= 0 && minimum <= peak)) {
            throw new ComponentException(
                    "minimumLearningRate",
                    "is %s, expected a number from 0 to the learningRate of %s".formatted(minimum, peak));
        }
    }

    private static void checkBetas(List<Double> betas) {
        if (betas.size() != 2) {
            throw new ComponentException("betas", "has %d numbers, expected two".formatted(betas.size()));
        }
        betas.forEach(beta -> Range.belowOne("betas", beta));
    }
}
