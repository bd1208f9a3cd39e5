package org.crobim.train.config;

import org.crobim.train.config.binding.Default;
import org.crobim.train.config.binding.Range;
import org.crobim.train.config.binding.RecordReader;

/**
 * How the network is judged on the way.
 *
 * @param everySteps steps between evaluations, at least 1; the end of the run is always evaluated
 * @param questionsPerImage sentences in the validation list for each image, 1..64
 * @param seed of the validation list, so that runs share it
 * @param pictures predictions written as pictures at each evaluation, 0..1000
 * @param chooseBy figure that chooses the best checkpoint
 */
public record EvaluationChoice(
        @Default("1000") int everySteps,
        @Default("4") int questionsPerImage,
        @Default("1") long seed,
        @Default("16") int pictures,
        @Default("miou") BestCheckpoint chooseBy) {
    /** Checks every range. */
    public EvaluationChoice {
        Range.atLeast("everySteps", everySteps, 1);
        Range.between("questionsPerImage", questionsPerImage, 1, 64);
        Range.between("pictures", pictures, 0, 1000);
    }

    /** Every default. */
    public static EvaluationChoice defaults() {
        return RecordReader.defaults(EvaluationChoice.class);
    }
}
