package org.crobim.app.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import org.crobim.model.tensor.Precision;
import org.crobim.train.benchmark.BenchmarkPlan;
import org.crobim.train.benchmark.BenchmarkReport;
import org.crobim.train.benchmark.PrecisionFigures;

/**
 * The object that {@code crobim bench --json} prints: the subject, then the figures of each precision under their own names
 * in fp32 and with the suffix Bf16 in bf16, then the memory.
 */
public final class BenchmarkFigures {
    private static final String BF16_SUFFIX = "Bf16";

    private BenchmarkFigures() {}

    /** The fields in their order. */
    public static Map<String, Object> of(BenchmarkPlan plan, BenchmarkReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", plan.configuration().preset());
        fields.put("side", plan.configuration().inputSide());
        fields.put("threads", plan.threads());
        fields.put("device", "cpu");
        fields.put("parameters", report.parameters());
        fields.put("tokens", report.tokens());
        fields.put("trainBatch", report.operations().trainBatch());
        fields.put("firstFlops", report.operations().first());
        fields.put("expressionFlops", report.operations().expression());
        report.figures()
                .forEach((precision, figures) -> put(fields, precision == Precision.BF16 ? BF16_SUFFIX : "", figures));
        fields.put("peakMegabytes", report.peakMegabytes());
        return fields;
    }

    private static void put(Map<String, Object> fields, String suffix, PrecisionFigures figures) {
        fields.put("matmulGflops" + suffix, figures.matmulGflops());
        fields.put("forwardMillis" + suffix, figures.forwardMillis());
        fields.put("forwardGflops" + suffix, figures.forwardGflops());
        fields.put("forwardShare" + suffix, figures.forwardShare());
        fields.put("furtherExpressionMillis" + suffix, figures.furtherExpressionMillis());
        fields.put("furtherExpressionShare" + suffix, figures.furtherExpressionShare());
        fields.put("trainStepMillis" + suffix, figures.trainStepMillis());
        fields.put("trainStepShare" + suffix, figures.trainStepShare());
    }
}
