package org.crobim.app.command.weights;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.WeightsException;
import org.crobim.model.weights.LoadReport;
import org.crobim.model.weights.WeightsSource;
import org.crobim.model.weights.convert.CheckpointFiles;
import org.crobim.model.weights.convert.CheckpointReading;
import org.crobim.model.weights.convert.NetworkKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a file of weights holds. */
@Command(
        name = "inspect",
        description = {
            "Shows format, tensors and metadata of a file of weights, and what network it seems to belong to.",
            "",
            "Reads safetensors (also in several files with an index) and PyTorch checkpoints (zip and legacy). Nothing of a"
                    + " checkpoint is run: Python code that is not known as data is refused."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim weights inspect swin_base_patch4_window12_384_22k.pth",
            "  crobim weights inspect model_best_refcoco.pth --json",
            "",
            "Exit codes: 0 done, 2 usage, 4 the file is missing, damaged or refused."
        })
public final class InspectCommand implements Callable<Integer> {
    private static final int LONGEST_VALUE = 80;

    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Parameters(paramLabel = "FILE", description = "Weights, or the index or folder of several files.")
    private Path file;

    @Option(
            names = "--model",
            paramLabel = "NETWORK",
            description = "Take the file for that network: ${COMPLETION-CANDIDATES}; default: told by its names.")
    private Optional<NetworkKind> model;

    /**
     * The object that {@code --json} prints.
     *
     * @param file as it was named
     * @param format container
     * @param network what it seems to hold
     * @param shape sizes of the network, if it could be read off
     * @param parameters trained values of the network that the file has
     * @param report how the file and the network match, if the network is known
     * @param leftOut names in the file that are no weights of the network
     * @param problem why the file could not be compared with its network
     * @param tensors all of the file
     * @param metadata what else the file says
     */
    record Inspection(
            String file,
            String format,
            String network,
            Optional<String> shape,
            long parameters,
            Optional<LoadReport> report,
            List<String> leftOut,
            Optional<String> problem,
            List<TensorLine> tensors,
            Map<String, String> metadata) {}

    /**
     * One tensor.
     *
     * @param name in the file
     * @param dtype as in safetensors
     * @param shape sizes
     */
    record TensorLine(String name, String dtype, List<Long> shape) {}

    @Override
    public Integer call() {
        Console console = options.console(command);
        try (WeightsSource source = CheckpointFiles.open(file)) {
            Inspection inspection = inspect(source);
            print(console, inspection);
            console.object(inspection);
        }
        return ExitCode.DONE.value();
    }

    private Inspection inspect(WeightsSource source) {
        NetworkKind kind = model.orElseGet(() -> NetworkKind.of(source));
        List<TensorLine> tensors = source.names().stream()
                .map(name -> new TensorLine(
                        name,
                        source.stored(name).type().name(),
                        source.stored(name).shape()))
                .toList();
        try {
            CheckpointReading reading = CheckpointReading.of(source, kind, OptionalInt.empty());
            return new Inspection(
                    file.toString(),
                    source.format(),
                    kind.title(),
                    reading.shape(),
                    reading.parameters(),
                    reading.isCompared() ? Optional.of(reading.report()) : Optional.empty(),
                    reading.leftOut(),
                    Optional.empty(),
                    tensors,
                    source.metadata());
        } catch (WeightsException | IllegalArgumentException e) {
            // The file itself is sound, and its user wants to know what is in it.
            return new Inspection(
                    file.toString(),
                    source.format(),
                    kind.title(),
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    List.of(),
                    Optional.of(String.valueOf(e.getMessage())),
                    tensors,
                    source.metadata());
        }
    }

    private static void print(Console console, Inspection inspection) {
        console.line("%s: %s, %d tensors"
                .formatted(
                        inspection.file(),
                        inspection.format(),
                        inspection.tensors().size()));
        console.line("network: %s%s"
                .formatted(
                        inspection.network(),
                        inspection.shape().map(shape -> " (" + shape + ")").orElse("")));
        console.line("parameters: %,d".formatted(inspection.parameters()));
        inspection.problem().ifPresent(problem -> console.line("does not fit: " + problem));
        inspection
                .report()
                .ifPresent(
                        report -> ReportLines.of(report, inspection.leftOut()).forEach(console::line));
        inspection.metadata().forEach((key, value) -> console.line("%s = %s".formatted(key, shortened(value))));
        inspection
                .tensors()
                .forEach(tensor ->
                        console.line("%-90s %-5s %s".formatted(tensor.name(), tensor.dtype(), tensor.shape())));
    }

    private static String shortened(String value) {
        String line = value.replace('\n', ' ');
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + " ..";
    }
}
