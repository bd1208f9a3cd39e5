package org.crobim.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.crobim.app.console.ShippedFiles;
import picocli.CommandLine.Option;

/** Which weights to use. */
final class WeightsOption {
    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Weights written by \"crobim train\"; default: the shipped ones.")
    private Optional<Path> weights;

    /** The file that the user named, or the shipped one. */
    Path file() {
        return weights.orElseGet(ShippedFiles::defaultWeights);
    }
}
