package org.crobim.app.console;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that every command has. */
public final class ConsoleOptions {
    /** Read by {@link Failures} and {@link LibraryLog} as well, which come before options are parsed. */
    static final String JSON = "--json";

    static final String VERBOSE = "--verbose";

    @Option(names = JSON, description = "Print one JSON object on standard output, errors too.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No notes and no progress; warnings and errors remain.")
    private boolean quiet;

    @Option(names = VERBOSE, description = "Print the log of the libraries, and the stack trace of an error.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    /** The console as these options want it. */
    public Console console(CommandSpec command) {
        return new Console(command.commandLine().getOut(), command.commandLine().getErr(), json, quiet);
    }
}
