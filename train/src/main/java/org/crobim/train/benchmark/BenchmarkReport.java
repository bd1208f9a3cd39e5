package org.crobim.train.benchmark;

import java.util.Map;
import org.crobim.model.tensor.Precision;

/**
 * The outcome of a benchmark.
 *
 * @param operations counted in one pass
 * @param parameters trainable values of the network
 * @param tokens word pieces of the sentence
 * @param figures of each precision, in the order of the plan
 * @param peakMegabytes most resident memory of this process so far, 2^20 bytes; 0 where the system does not tell
 */
public record BenchmarkReport(
        OperationCount operations,
        long parameters,
        int tokens,
        Map<Precision, PrecisionFigures> figures,
        long peakMegabytes) {}
