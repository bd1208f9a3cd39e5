package org.crobim.train.config;

import org.crobim.model.tensor.Precision;
import org.crobim.train.config.binding.Default;
import org.crobim.train.config.binding.Range;
import org.crobim.train.config.binding.RecordReader;

/**
 * What the run runs on.
 *
 * @param threads threads of tensor operations in each replica, 0..1024; 0 leaves the choice to the engine
 * @param device where tensors live
 * @param precision number format of the heavy operations
 * @param seed of weights, order of images, augmentation and dropout
 * @param loaderThreads threads that prepare images beside training, 1..256
 * @param checkpointEverySteps steps between checkpoints, at least 1; the end of the run is always kept
 * @param logEverySteps steps behind one line of training figures, at least 1
 */
public record RuntimeChoice(
        @Default("2") int threads,
        @Default("cpu") DeviceChoice device,
        @Default("fp32") Precision precision,
        @Default("1") long seed,
        @Default("1") int loaderThreads,
        @Default("1000") int checkpointEverySteps,
        @Default("10") int logEverySteps) {
    /** Checks every range. */
    public RuntimeChoice {
        Range.between("threads", threads, 0, 1024);
        Range.between("loaderThreads", loaderThreads, 1, 256);
        Range.atLeast("checkpointEverySteps", checkpointEverySteps, 1);
        Range.atLeast("logEverySteps", logEverySteps, 1);
    }

    /** Every default. */
    public static RuntimeChoice defaults() {
        return RecordReader.defaults(RuntimeChoice.class);
    }
}
