package org.crobim.app.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crobim.model.tensor.Precision;
import org.crobim.train.benchmark.BenchmarkPlan;
import org.crobim.train.benchmark.BenchmarkReport;
import org.crobim.train.benchmark.OperationCount;
import org.crobim.train.benchmark.PrecisionFigures;

/** The outcome of a benchmark as aligned lines for a terminal. */
public final class BenchmarkTable {
    private final List<String> lines = new ArrayList<>();

    private BenchmarkTable() {}

    /** A head, a block for each precision, and the memory. */
    public static List<String> lines(BenchmarkPlan plan, BenchmarkReport report) {
        BenchmarkTable table = new BenchmarkTable();
        OperationCount operations = report.operations();
        table.add(
                "%s at %d pixels, %d threads, %.1f million parameters, sentence of %d word pieces",
                plan.configuration().preset(),
                plan.configuration().inputSide(),
                plan.threads(),
                report.parameters() / 1e6,
                report.tokens());
        table.add(
                "operations    first answer %.1f GFLOP, further answer %.1f GFLOP",
                operations.first() / 1e9, operations.expression() / 1e9);
        report.figures().forEach((precision, figures) -> table.addBlock(precision, figures, operations.trainBatch()));
        table.add("peak memory   %d MB", report.peakMegabytes());
        return List.copyOf(table.lines);
    }

    private void addBlock(Precision precision, PrecisionFigures figures, int trainBatch) {
        lines.add(precision.name().toLowerCase(Locale.ROOT));
        add("  matrix product  %8.1f GFLOP/s", figures.matmulGflops());
        add(
                "  first answer    %8.1f ms   %5.1f GFLOP/s, %.2f of the matrix product",
                figures.forwardMillis(), figures.forwardGflops(), figures.forwardShare());
        add(
                "  further answer  %8.1f ms   %.2f of the first",
                figures.furtherExpressionMillis(), figures.furtherExpressionShare());
        add(
                "  training step   %8.1f ms   %d images, %.2f of the matrix product",
                figures.trainStepMillis(), trainBatch, figures.trainStepShare());
    }

    private void add(String pattern, Object... values) {
        lines.add(String.format(Locale.ROOT, pattern, values));
    }
}
