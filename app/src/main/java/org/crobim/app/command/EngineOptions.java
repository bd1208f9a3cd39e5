package org.crobim.app.command;

import org.crobim.core.error.UsageException;
import org.crobim.model.tensor.Precision;
import org.crobim.predict.SegmenterOptions;
import picocli.CommandLine.Option;

/** Where and how the network calculates. */
final class EngineOptions {
    @Option(
            names = "--device",
            defaultValue = "cpu",
            paramLabel = "NAME",
            description = "cpu (default), cuda or cuda:N.")
    private String device;

    @Option(
            names = "--threads",
            defaultValue = "0",
            paramLabel = "N",
            description = "Threads of one operator; default: OMP_NUM_THREADS, or all cores.")
    private int threads;

    @Option(
            names = "--precision",
            defaultValue = "fp32",
            paramLabel = "TYPE",
            description = "fp32 (default), or bf16: faster where the processor knows it, slightly different masks.")
    private Precision precision;

    /** These options for a segmenter. */
    SegmenterOptions segmenterOptions() {
        if (threads < 0) {
            throw new UsageException("--threads is %d, expected 1 or more".formatted(threads));
        }
        return new SegmenterOptions(device, threads, precision);
    }
}
