package org.crobim.train.benchmark;

import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.Precision;

/**
 * What answers of a network cost, at its own input side and in single precision.
 *
 * @param parameters trainable values
 * @param firstFlops operations of the first answer about an image
 * @param furtherFlops operations of each further answer
 * @param firstMillis time of the first answer, median
 * @param furtherMillis time of each further answer, median
 */
public record AnswerCost(
        long parameters, long firstFlops, long furtherFlops, double firstMillis, double furtherMillis) {
    /**
     * Measures a network with random weights on the CPU, with a sentence of 30 word pieces or as many as it reads.
     *
     * @param threads of one operator, at least 1; stays set for the calling thread
     * @param runs that a time is the median of, at least 1
     */
    public static AnswerCost measure(NetworkConfiguration configuration, int threads, int runs, Stopwatch stopwatch) {
        Engine.setThreads(threads);
        try (Specimen specimen = new Specimen(configuration)) {
            OperationCount operations = specimen.count(1);
            double first = stopwatch.medianMillis(runs, () -> specimen.answerFirst(Precision.FP32));
            var image = specimen.keptImage(Precision.FP32);
            double further = stopwatch.medianMillis(runs, () -> specimen.answerFurther(image, Precision.FP32));
            image.release();
            return new AnswerCost(
                    specimen.model().network().parameterCount(),
                    operations.first(),
                    operations.expression(),
                    first,
                    further);
        }
    }
}
