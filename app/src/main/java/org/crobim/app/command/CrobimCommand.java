package org.crobim.app.command;

import java.io.PrintWriter;
import org.crobim.app.console.BuildVersion;
import org.crobim.app.console.Failures;
import org.crobim.core.error.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command that holds all others. */
@Command(
        name = "crobim",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description = "Points out the object in an aerial image that a sentence names.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            SegmentCommand.class,
            BatchCommand.class,
            VectorizeCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            DatasetCommand.class,
            BenchmarkCommand.class,
            BenchCommand.class,
            WeightsCommand.class,
            DoctorCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim demo",
            "  crobim segment --image airport.jpg --expression \"the largest airplane\" --out found",
            "  crobim COMMAND --help",
            "",
            "Exit codes: 0 done, 1 internal fault, 2 usage, 3 bad input, 4 weights or configuration,",
            "7 output cannot be written, 130 interrupted, 143 terminated."
        })
public final class CrobimCommand implements Runnable {
    /**
     * Runs what the user typed.
     *
     * @param results standard output
     * @param log standard error
     * @return the exit code
     */
    public static int run(PrintWriter results, PrintWriter log, String... arguments) {
        Failures failures = Failures.forArguments(arguments);
        try {
            return new CommandLine(new CrobimCommand())
                    .setOut(results)
                    .setErr(log)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionExceptionHandler(failures)
                    .setParameterExceptionHandler(failures)
                    .execute(arguments);
        } catch (OutOfMemoryError | LinkageError | StackOverflowError e) {
            return failures.report(e, results, log);
        }
    }

    @Override
    public void run() {
        throw new UsageException("a command is missing. See \"crobim --help\".");
    }
}
