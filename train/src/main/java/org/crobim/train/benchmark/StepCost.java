package org.crobim.train.benchmark;

import java.util.List;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.Precision;
import org.crobim.model.tensor.ResidentMemory;
import org.crobim.model.text.Vocabulary;

/**
 * What learning costs: one pass forward and backward and a step of AdamW, on noise of the right shape.
 *
 * @param parameters trainable values of the network
 * @param textParameters those of its text encoder
 * @param logits shape of what the network answered, (Q, h, w, 2)
 * @param passImages images of the measured pass, one question each
 * @param passMillis time of the pass and the step of AdamW, median
 * @param peakMegabytes most resident memory of this process so far, 2^20 bytes; 0 where the system does not tell
 */
public record StepCost(
        long parameters,
        long textParameters,
        List<Long> logits,
        int passImages,
        double passMillis,
        long peakMegabytes) {
    /** Copies the list. */
    public StepCost {
        logits = List.copyOf(logits);
    }

    /**
     * How it is measured.
     *
     * @param threads of one operator; 0 leaves the choice to the engine
     * @param precision of the forward pass
     * @param images of a pass, at least 1
     * @param runs that the time is the median of, at least 1; one more warms up
     */
    public record Means(int threads, Precision precision, int images, int runs) {}

    /** Trains a network with random weights for a few steps on the CPU. */
    public static StepCost measure(
            NetworkConfiguration configuration, Vocabulary vocabulary, Means means, Stopwatch stopwatch) {
        if (means.threads() > 0) {
            Engine.setThreads(means.threads());
        }
        try (Specimen specimen = new Specimen(configuration, vocabulary);
                TrainingStep step = new TrainingStep(specimen, means.images())) {
            double millis = stopwatch.medianMillis(means.runs(), () -> step.run(means.precision()));
            return new StepCost(
                    specimen.model().network().parameterCount(),
                    specimen.textParameters(),
                    step.logits(),
                    means.images(),
                    millis,
                    Math.round(ResidentMemory.peakMegabytes().orElse(0)));
        }
    }
}
