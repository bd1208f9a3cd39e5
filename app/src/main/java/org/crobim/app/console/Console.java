package org.crobim.app.console;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import org.crobim.core.progress.Progress;

/** The two streams of a command: results on standard output, everything else on standard error. */
public final class Console {
    private final PrintWriter results;
    private final PrintWriter log;
    private final boolean json;
    private final boolean quiet;

    /**
     * @param results standard output
     * @param log standard error
     * @param json whether the result is one JSON object
     * @param quiet whether notes and progress are left out; warnings and errors are always shown
     */
    public Console(PrintWriter results, PrintWriter log, boolean json, boolean quiet) {
        this.results = results;
        this.log = log;
        this.json = json;
        this.quiet = quiet;
    }

    /** Prints a line of the result for people; nothing when the result is JSON. */
    public void line(String text) {
        if (!json) {
            results.println(text);
            results.flush();
        }
    }

    /** Prints the result for programs; nothing unless JSON was asked for. */
    public void object(Object value) {
        if (json) {
            results.println(JsonText.of(value));
            results.flush();
        }
    }

    /** Says what is going on. */
    public void note(String text) {
        if (!quiet) {
            log.println(text);
            log.flush();
        }
    }

    /** A progress for people; silent where notes are left out. To be closed by the caller. */
    public Progress progress(Clock clock) {
        return quiet ? Progress.silent() : Progress.onStandardError(clock);
    }

    /** The same without notes and without results: for one of many items, of which a report speaks at the end. */
    public Console forItem() {
        return new Console(new PrintWriter(Writer.nullWriter()), log, false, true);
    }

    /** Says what may surprise the user. */
    public void warn(String text) {
        log.println("warning: " + text);
        log.flush();
    }
}
