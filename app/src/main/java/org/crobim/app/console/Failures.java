package org.crobim.app.console;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crobim.core.error.CrobimException;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into a message on standard error, an object under {@code --json}, and an exit code. */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final String REPORT_HINT = "This is a fault of the program. Please report it with the command you"
            + " typed, the output of \"crobim doctor\" and the stack trace that --verbose prints.";

    private final boolean json;
    private final boolean verbose;

    private Failures(boolean json, boolean verbose) {
        this.json = json;
        this.verbose = verbose;
    }

    /** Handlers for a command line whose options may themselves be wrong. */
    public static Failures forArguments(String... arguments) {
        List<String> words = List.of(arguments);
        return new Failures(words.contains(ConsoleOptions.JSON), words.contains(ConsoleOptions.VERBOSE));
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        return report(error, command.getOut(), command.getErr());
    }

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        String hint = "%s%s See \"%s --help\"."
                .formatted(
                        sentence(error),
                        suggestion(error),
                        command.getCommandSpec().qualifiedName());
        return report(new UsageException(hint, error), command.getOut(), command.getErr());
    }

    /**
     * Says what went wrong.
     *
     * @return the exit code
     */
    public int report(Throwable error, PrintWriter results, PrintWriter log) {
        ExitCode code = exitCode(error);
        String message = message(error, code);
        log.println("error: " + message);
        if (verbose) {
            error.printStackTrace(log);
        }
        log.flush();
        if (json) {
            results.println(JsonText.of(Map.of("error", description(code, message))));
            results.flush();
        }
        return code.value();
    }

    private static ExitCode exitCode(Throwable error) {
        return error instanceof CrobimException known ? known.exitCode() : ExitCode.INTERNAL_FAULT;
    }

    private static String message(Throwable error, ExitCode code) {
        if (error instanceof OutOfMemoryError) {
            return "not enough memory (%s). Use a smaller image, or raise the limit: CROBIM_JAVA_OPTIONS=-Xmx8g"
                    .formatted(error.getMessage());
        }
        if (error instanceof LinkageError) {
            return "the native library does not load (%s). \"crobim doctor\" tells more.".formatted(Reason.of(error));
        }
        return code == ExitCode.INTERNAL_FAULT
                ? "%s: %s%n%s".formatted(error.getClass().getSimpleName(), Reason.of(error), REPORT_HINT)
                : String.valueOf(error.getMessage());
    }

    private static Map<String, Object> description(ExitCode code, String message) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("exitCode", code.value());
        description.put("kind", code.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        description.put("message", message);
        return description;
    }

    private static String suggestion(ParameterException error) {
        List<String> similar =
                error instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return similar.isEmpty() ? "" : " Did you mean %s?".formatted(String.join(" or ", similar));
    }

    private static String sentence(Exception error) {
        String message = String.valueOf(error.getMessage()).strip();
        return message.endsWith(".") ? message : message + ".";
    }
}
