package org.crobim.train.loop;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crobim.core.progress.Progress;
import org.crobim.train.loss.LossFigures;
import org.crobim.train.run.MetricsLog;
import org.crobim.train.run.RunDirectory;
import org.crobim.train.run.TensorBoardWriter;

/** Writes what happens to metrics.jsonl and TensorBoard and shows it; training figures as means over some steps. */
final class TrainingLog implements AutoCloseable {
    private final MetricsLog metrics;
    private final TensorBoardWriter board;
    private final Progress progress;
    private final int everySteps;
    private final List<LossFigures> losses = new ArrayList<>();
    private double normSum;
    private long questions;
    private Duration waited = Duration.ZERO;
    private Duration worked = Duration.ZERO;

    /**
     * @param job whose run is logged
     * @param step optimizer steps done before
     */
    TrainingLog(TrainingJob job, long step) {
        RunDirectory run = job.run();
        Clock clock = job.surroundings().clock();
        metrics =
                run.resumed() ? MetricsLog.resume(run.metrics(), step, clock) : MetricsLog.create(run.metrics(), clock);
        board = TensorBoardWriter.create(run.newEventsFile(clock), clock);
        if (run.resumed()) {
            board.sessionStart(step + 1);
        }
        progress = job.surroundings().progress();
        everySteps = job.recipe().runtime().logEverySteps();
    }

    /**
     * The cost of a step.
     *
     * @param questions answered
     * @param waited for the loader
     * @param worked on the step itself
     */
    record Cost(long questions, Duration waited, Duration worked) {}

    /**
     * Takes note of a step.
     *
     * @param step optimizer steps done with it
     */
    void step(long step, StepFigures figures, Cost cost) {
        losses.add(figures.loss());
        normSum += figures.gradientNorm();
        questions += cost.questions();
        waited = waited.plus(cost.waited());
        worked = worked.plus(cost.worked());
        progress.step(1);
        if (step % everySteps == 0) {
            writeMeans(step, figures.learningRate());
        }
    }

    /** Writes the figures of a validation. */
    void validation(long step, Map<String, Double> figures) {
        write(step, "val", figures);
    }

    private void writeMeans(long step, double learningRate) {
        double waitedSeconds = waited.toNanos() / 1e9;
        double seconds = Math.max(1e-9, waitedSeconds + worked.toNanos() / 1e9);
        Map<String, Double> means = new LinkedHashMap<>(LossFigures.mean(losses).byName());
        means.put("gradientNorm", normSum / losses.size());
        means.put("learningRate", learningRate);
        means.put("expressionsPerSecond", questions / seconds);
        means.put("waitShare", waitedSeconds / seconds);
        write(step, "train", means);
        progress.message(String.format(
                Locale.ROOT,
                "loss %.3f, %.1f expressions/s, %.0f %% waiting",
                LossFigures.mean(losses).total(),
                questions / seconds,
                100 * waitedSeconds / seconds));
        losses.clear();
        normSum = 0;
        questions = 0;
        waited = Duration.ZERO;
        worked = Duration.ZERO;
    }

    private void write(long step, String kind, Map<String, Double> figures) {
        metrics.append(step, kind, figures);
        figures.forEach((name, value) -> board.scalar(kind + "/" + name, step, value));
    }

    @Override
    public void close() {
        metrics.close();
        board.close();
    }
}
