package org.crobim.core.progress;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;

/**
 * Tells a person how far a long task has come. A task runs one stage after the other: {@link #start} ends the stage
 * before it, {@link #close} ends the last one. All methods may be called from several threads.
 */
public interface Progress extends AutoCloseable {
    /** The total of a stage whose length is not known. */
    long UNKNOWN_TOTAL = -1;

    /**
     * Begins a stage.
     *
     * @param label what is counted, such as "images"
     * @param total steps of the stage, or {@link #UNKNOWN_TOTAL}
     */
    void start(String label, long total);

    /**
     * Counts steps of the current stage.
     *
     * @param steps steps done since the last call, at least 0
     */
    void step(long steps);

    /** Shows a short note beside the count, such as the current loss. */
    void message(String text);

    /** Ends the current stage; nothing happens when there is none. */
    @Override
    void close();

    /** A progress that shows nothing. */
    static Progress silent() {
        return SilentProgress.INSTANCE;
    }

    /**
     * Plain lines for logs and pipes, at most one in the given interval, without any control character.
     *
     * @param out receives the lines
     * @param clock measures the time left
     * @param interval shortest time between two lines
     */
    static Progress lines(PrintStream out, Clock clock, Duration interval) {
        return new LineProgress(out, clock, interval);
    }

    /** A bar on standard error when that is a terminal, plain lines every five seconds otherwise. */
    static Progress onStandardError(Clock clock) {
        Terminal terminal = Terminal.standardError();
        return terminal.interactive()
                ? new BarProgress(System.err, terminal.colour())
                : lines(System.err, clock, Duration.ofSeconds(5));
    }
}
