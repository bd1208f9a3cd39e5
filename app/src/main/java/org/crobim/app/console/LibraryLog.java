package org.crobim.app.console;

import java.util.List;

/** The log of the libraries on standard error; errors only, unless {@code --verbose} was typed. */
public final class LibraryLog {
    /** Read by logback.xml when the first library asks for its logger. */
    private static final String LEVEL_PROPERTY = "crobim.log.level";

    private static final String EVERYTHING = "DEBUG";

    private LibraryLog() {}

    /**
     * Sets the level; what the user has set by a system property stays. To be called before anything logs.
     *
     * @param arguments what the user typed
     */
    public static void prepare(String... arguments) {
        if (List.of(arguments).contains(ConsoleOptions.VERBOSE) && System.getProperty(LEVEL_PROPERTY) == null) {
            System.setProperty(LEVEL_PROPERTY, EVERYTHING);
        }
    }
}
