package org.crobim.core.progress;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar with the time left, redrawn in place. */
final class BarProgress implements Progress {
    private final PrintStream out;
    private final boolean colour;
    private @Nullable ProgressBar bar;

    BarProgress(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    @Override
    public synchronized void start(String label, long total) {
        close();
        bar = new ProgressBarBuilder()
                .setTaskName(label)
                .setInitialMax(total)
                .setStyle(style())
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .setEtaFunction(state -> TimeLeft.estimate(state.getCurrent(), total, state.getTotalElapsed()))
                .build();
    }

    // Block letters would print as question marks in the C locale, which many containers run in.
    private ProgressBarStyle style() {
        boolean blocks = colour && Charset.defaultCharset().equals(StandardCharsets.UTF_8);
        return blocks ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.ASCII;
    }

    @Override
    public synchronized void step(long steps) {
        if (bar != null) {
            bar.stepBy(steps);
        }
    }

    @Override
    public synchronized void message(String text) {
        if (bar != null) {
            bar.setExtraMessage(text);
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
