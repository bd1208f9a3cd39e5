package org.crobim.app.console;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which weights to use. */
public final class WeightsOption {
    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Weights written by \"crobim train\"; default: the shipped ones.")
    private Optional<Path> weights;

    /** The file that the user named, or the shipped one. */
    public Path file() {
        return weights.orElseGet(ShippedFiles::defaultWeights);
    }
}
