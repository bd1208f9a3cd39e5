package org.crobim.core.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the stream for people can show.
 *
 * @param interactive whether a line may be redrawn in place
 * @param colour whether colours may be used: interactive, and NO_COLOR (no-color.org) is unset or empty
 */
record Terminal(boolean interactive, boolean colour) {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    /** What standard error of this process can show. */
    static Terminal standardError() {
        return of(System.getenv(), isTerminal());
    }

    /**
     * What a stream can show.
     *
     * @param environment variables of the process
     * @param terminal whether the stream ends at a terminal
     */
    static Terminal of(Map<String, String> environment, boolean terminal) {
        boolean interactive = terminal && !"dumb".equals(environment.get("TERM"));
        return new Terminal(
                interactive,
                interactive && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    // Java 17 only knows whether input AND output are a terminal; Linux tells where standard error alone leads.
    private static boolean isTerminal() {
        if (!Files.exists(STANDARD_ERROR)) {
            return System.console() != null;
        }
        try {
            String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
