package org.crobim.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.crobim.app.command.CrobimCommand;
import org.crobim.app.console.LibraryLog;

/** Entry point of the {@code crobim} command. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and exits with its code.
     *
     * @param arguments what the user typed
     */
    public static void main(String[] arguments) {
        // File names, JSON and tables are read by programs too: digits and decimal points must not follow the user's
        // language.
        Locale.setDefault(Locale.ROOT);
        LibraryLog.prepare(arguments);
        PrintWriter results = utf8(new FileOutputStream(FileDescriptor.out));
        PrintWriter log = utf8(new FileOutputStream(FileDescriptor.err));
        int exitCode = CrobimCommand.run(results, log, arguments);
        results.flush();
        log.flush();
        // Native pools keep threads alive, so the end is said aloud.
        System.exit(exitCode);
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
