package org.crobim.train.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import org.crobim.core.progress.Progress;
import org.crobim.model.referring.ImageEncoding;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.Precision;
import org.crobim.model.tensor.ResidentMemory;

/** Measures a network on this machine, beside the machine's own matrix product. */
public final class NetworkBenchmark {
    private static final int MATRIX_SIDE = 4096;
    private static final int TRAIN_BATCH = 2;
    /** A training step is long, and few of them are steady enough. */
    private static final int MOST_TRAIN_RUNS = 3;

    private static final int MEASUREMENTS_A_PRECISION = 4;

    private final BenchmarkPlan plan;
    private final Stopwatch stopwatch;
    private final Progress progress;

    /**
     * @param plan what to measure
     * @param stopwatch times it
     * @param progress told of each measurement
     */
    public NetworkBenchmark(BenchmarkPlan plan, Stopwatch stopwatch, Progress progress) {
        this.plan = plan;
        this.stopwatch = stopwatch;
        this.progress = progress;
    }

    /** Runs all measurements on the calling thread; sets its number of threads. */
    public BenchmarkReport run() {
        Engine.setThreads(plan.threads());
        progress.start(
                "measurements",
                (long) MEASUREMENTS_A_PRECISION * plan.precisions().size());
        Map<Precision, Double> matmul = new LinkedHashMap<>();
        for (Precision precision : plan.precisions()) {
            matmul.put(precision, MatrixProduct.gigaflops(MATRIX_SIDE, precision, plan.repeats(), stopwatch));
            progress.step(1);
        }
        try (Specimen specimen = new Specimen(plan.configuration())) {
            OperationCount operations = specimen.count(TRAIN_BATCH);
            Map<Precision, Answers> answers = new LinkedHashMap<>();
            plan.precisions().forEach(precision -> answers.put(precision, answers(specimen, precision)));
            Map<Precision, Double> steps = steps(specimen);
            Map<Precision, PrecisionFigures> figures = new LinkedHashMap<>();
            answers.forEach((precision, times) -> figures.put(
                    precision,
                    new PrecisionFigures(
                            matmul.getOrDefault(precision, Double.NaN),
                            times.firstMillis(),
                            times.furtherMillis(),
                            steps.getOrDefault(precision, Double.NaN),
                            operations)));
            return new BenchmarkReport(
                    operations,
                    specimen.model().network().parameterCount(),
                    specimen.tokens(),
                    figures,
                    Math.round(ResidentMemory.peakMegabytes().orElse(0)));
        } finally {
            progress.close();
        }
    }

    private record Answers(double firstMillis, double furtherMillis) {}

    private Answers answers(Specimen specimen, Precision precision) {
        double first = stopwatch.medianMillis(plan.repeats(), () -> specimen.answerFirst(precision));
        progress.step(1);
        ImageEncoding image = specimen.keptImage(precision);
        double further = stopwatch.medianMillis(plan.repeats(), () -> specimen.answerFurther(image, precision));
        image.release();
        progress.step(1);
        return new Answers(first, further);
    }

    private Map<Precision, Double> steps(Specimen specimen) {
        Map<Precision, Double> steps = new LinkedHashMap<>();
        try (TrainingStep step = new TrainingStep(specimen, TRAIN_BATCH)) {
            for (Precision precision : plan.precisions()) {
                int runs = Math.min(plan.repeats(), MOST_TRAIN_RUNS);
                steps.put(precision, stopwatch.medianMillis(runs, () -> step.run(precision)));
                progress.step(1);
            }
        }
        return steps;
    }
}
