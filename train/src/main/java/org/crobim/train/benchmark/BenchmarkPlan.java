package org.crobim.train.benchmark;

import java.util.List;
import org.crobim.core.error.ConfigurationException;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.tensor.Precision;

/**
 * What is measured.
 *
 * @param configuration of the network, its weights random
 * @param threads of one operator, at least 1
 * @param precisions each measured on its own, at least one
 * @param repeats runs that a time is the median of, at least 1; one more run warms up
 */
public record BenchmarkPlan(NetworkConfiguration configuration, int threads, List<Precision> precisions, int repeats) {
    /** Checks the ranges. */
    public BenchmarkPlan {
        precisions = List.copyOf(precisions);
        if (threads < 1 || repeats < 1 || precisions.isEmpty()) {
            throw new ConfigurationException(
                    "benchmark of %d precisions with %d threads and %d repeats, expected at least 1 of each"
                            .formatted(precisions.size(), threads, repeats));
        }
    }
}
