package org.crobim.app.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crobim.model.crobim.CroBimConfiguration;
import org.crobim.model.tensor.Precision;
import org.crobim.train.benchmark.BenchmarkPlan;
import org.crobim.train.benchmark.BenchmarkReport;
import org.crobim.train.benchmark.OperationCount;
import org.crobim.train.benchmark.PrecisionFigures;
import org.junit.jupiter.api.Test;

class BenchmarkOutcomeTest {
    private static final OperationCount OPERATIONS = new OperationCount(10_000_000_000L, 2_000_000_000L, 8);

    private final BenchmarkPlan plan =
            new BenchmarkPlan(CroBimConfiguration.preset("nano"), 2, List.of(Precision.FP32, Precision.BF16), 5);
    private final BenchmarkReport report = new BenchmarkReport(OPERATIONS, 4_500_000, 9, figures(), 700);

    private static Map<Precision, PrecisionFigures> figures() {
        Map<Precision, PrecisionFigures> figures = new LinkedHashMap<>();
        figures.put(Precision.FP32, new PrecisionFigures(200, 100, 25, 4800, OPERATIONS));
        figures.put(Precision.BF16, new PrecisionFigures(400, 50, 12.5, 2400, OPERATIONS));
        return figures;
    }

    @Test
    void programsReadTheFieldsThatAreDocumented() {
        assertThat(BenchmarkFigures.of(plan, report))
                .containsEntry("model", "nano")
                .containsEntry("side", 256)
                .containsEntry("forwardShare", 0.5)
                .containsEntry("furtherExpressionShareBf16", 0.25)
                .containsOnlyKeys(
                        "model",
                        "side",
                        "threads",
                        "device",
                        "parameters",
                        "tokens",
                        "trainBatch",
                        "firstFlops",
                        "expressionFlops",
                        "matmulGflops",
                        "forwardMillis",
                        "forwardGflops",
                        "forwardShare",
                        "furtherExpressionMillis",
                        "furtherExpressionShare",
                        "trainStepMillis",
                        "trainStepShare",
                        "matmulGflopsBf16",
                        "forwardMillisBf16",
                        "forwardGflopsBf16",
                        "forwardShareBf16",
                        "furtherExpressionMillisBf16",
                        "furtherExpressionShareBf16",
                        "trainStepMillisBf16",
                        "trainStepShareBf16",
                        "peakMegabytes");
    }

    @Test
    void peopleReadABlockForEachPrecision() {
        assertThat(BenchmarkTable.lines(plan, report))
                .startsWith(
                        "nano at 256 pixels, 2 threads, 4.5 million parameters, sentence of 9 word pieces",
                        "operations    first answer 10.0 GFLOP, further answer 2.0 GFLOP",
                        "fp32",
                        "  matrix product     200.0 GFLOP/s",
                        "  first answer       100.0 ms   100.0 GFLOP/s, 0.50 of the matrix product",
                        "  further answer      25.0 ms   0.25 of the first",
                        "  training step     4800.0 ms   8 images, 0.25 of the matrix product",
                        "bf16")
                .endsWith("peak memory   700 MB");
    }
}
