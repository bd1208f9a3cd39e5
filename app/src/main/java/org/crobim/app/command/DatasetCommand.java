package org.crobim.app.command;

import org.crobim.app.command.dataset.BenchDatasetCommand;
import org.crobim.app.command.dataset.BuildCommand;
import org.crobim.app.command.dataset.CheckDatasetCommand;
import org.crobim.app.command.dataset.RenderCommand;
import org.crobim.app.command.dataset.StatsCommand;
import org.crobim.app.command.dataset.ViewDatasetCommand;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.core.error.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command that holds all that is done with data sets; its subcommands live in {@code org.crobim.app.command.dataset}. */
@Command(
        name = "dataset",
        description = "Builds, draws, checks, counts and shows data sets of images, sentences and masks.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BuildCommand.class,
            BenchDatasetCommand.class,
            CheckDatasetCommand.class,
            RenderCommand.class,
            StatsCommand.class,
            ViewDatasetCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim dataset --help",
            "",
            "Exit codes: 0 done, 2 usage or existing output, 3 data missing or inconsistent, 5 finished with items left out,",
            "7 output cannot be written, 130 interrupted, 143 terminated."
        })
final class DatasetCommand implements Runnable {
    @Mixin
    private ConsoleOptions options;

    @Override
    public void run() {
        throw new UsageException("a command is missing. See \"crobim dataset --help\".");
    }
}
