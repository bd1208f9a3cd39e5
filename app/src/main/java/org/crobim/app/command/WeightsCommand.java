package org.crobim.app.command;

import org.crobim.app.command.weights.ConvertCommand;
import org.crobim.app.command.weights.InspectCommand;
import org.crobim.app.command.weights.VerifyCommand;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.core.error.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command that holds all that is done with files of weights; its subcommands live in {@code org.crobim.app.command.weights}. */
@Command(
        name = "weights",
        description = "Shows, converts and verifies files of weights, ours and those of others.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {InspectCommand.class, ConvertCommand.class, VerifyCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim weights inspect model_best_refcoco.pth",
            "  crobim weights convert --from pytorch_model.bin --to bert.safetensors",
            "  crobim weights verify --model lavt --vectors lavt.safetensors --json",
            "",
            "Exit codes: 0 done, 2 usage or existing output, 4 weights are missing, damaged, refused or do not fit,",
            "7 output cannot be written."
        })
final class WeightsCommand implements Runnable {
    @Mixin
    private ConsoleOptions options;

    @Override
    public void run() {
        throw new UsageException("a command is missing. See \"crobim weights --help\".");
    }
}
