package org.crobim.app.command.weights;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.UsageException;
import org.crobim.model.text.Vocabulary;
import org.crobim.model.weights.LoadReport;
import org.crobim.model.weights.StorageType;
import org.crobim.model.weights.convert.Conversion;
import org.crobim.model.weights.convert.NamePatterns;
import org.crobim.model.weights.convert.NetworkKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes weights of any kind as one safetensors file. */
@Command(
        name = "convert",
        description = {
            "Converts weights of any kind to safetensors, under the names of the network they belong to.",
            "",
            "BERT of Hugging Face, official Swin and ConvNeXt, LAVT and RMSIN are known: their classifiers and buffers are left out,"
                    + " every other difference to the network is an error unless --allow-missing names it. LAVT and RMSIN with"
                    + " --vocabulary become weights of this project. Weights of a training of this project lose what only"
                    + " training needs. Of any other file the weights are written under their own names."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim weights convert --from swin_base_patch4_window12_384_22k.pth --to swin-base.safetensors",
            "  crobim weights convert --from pytorch_model.bin --to bert.safetensors --dtype fp16",
            "  crobim weights convert --from model_best_refcoco.pth --to lavt.safetensors --vocabulary vocab.txt",
            "  crobim weights convert --from runs/tiny/last.safetensors --to tiny.safetensors --dtype fp16 --presence-threshold 0.4",
            "",
            "Exit codes: 0 done, 2 usage or existing output, 4 the file is missing, damaged, refused or does not fit,",
            "7 output cannot be written."
        })
public final class ConvertCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE",
            description = "Weights, or the folder of several files.")
    private Path from;

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "File to write, *.safetensors.")
    private Path to;

    @Option(
            names = "--model",
            paramLabel = "NETWORK",
            description = "Take the file for that network: ${COMPLETION-CANDIDATES}; default: told by its names.")
    private Optional<NetworkKind> model;

    @Option(
            names = "--dtype",
            paramLabel = "DTYPE",
            description = "Store numbers as ${COMPLETION-CANDIDATES}; default: as they are.")
    private Optional<StoredPrecision> dtype;

    @Option(
            names = "--allow-missing",
            paramLabel = "PATTERN",
            description =
                    "Names of the network that the file need not have, * for anything; may be given several times.")
    private List<String> allowMissing = List.of();

    @Option(
            names = "--window",
            paramLabel = "TOKENS",
            description = "Resize the relative positions of a Swin Transformer to windows of this side.")
    private Optional<Integer> window;

    @Option(
            names = "--vocabulary",
            paramLabel = "FILE",
            description = "vocab.txt of BERT; makes LAVT and RMSIN ready for use.")
    private Optional<Path> vocabulary;

    @Option(
            names = "--presence-threshold",
            paramLabel = "SHARE",
            description = "Least presence, 0..1, at which something counts as present; default: that of the weights.")
    private Optional<Double> presenceThreshold;

    @Option(names = "--overwrite", description = "Replace an existing file.")
    private boolean overwrite;

    /** Dtypes by the names that users know. */
    enum StoredPrecision {
        FP32(StorageType.FLOAT32),
        FP16(StorageType.FLOAT16),
        BF16(StorageType.BFLOAT16);

        private final StorageType storage;

        StoredPrecision(StorageType storage) {
            this.storage = storage;
        }
    }

    /**
     * The object that {@code --json} prints.
     *
     * @param from file read
     * @param to file written
     * @param bytes of the file written
     * @param network whose weights they are
     * @param shape sizes of the network, if it is known
     * @param tensors written
     * @param parameters trained values among them
     * @param report names loaded, missing, unexpected and mismatched
     * @param leftOut names in the file that are no weights of the network
     * @param notes on tensors that were resized or passed over
     */
    record Converted(
            String from,
            String to,
            long bytes,
            String network,
            Optional<String> shape,
            long tensors,
            long parameters,
            LoadReport report,
            List<String> leftOut,
            List<String> notes) {}

    @Override
    public Integer call() {
        requireRanges();
        Console console = options.console(command);
        Conversion.Outcome outcome = Conversion.run(from, to, choices());
        outcome.notes().forEach(console::warn);
        console.line("%s: %s%s, %d tensors, %,d parameters"
                .formatted(
                        to,
                        outcome.kind().title(),
                        outcome.shape().map(shape -> " (" + shape + ")").orElse(""),
                        outcome.tensors(),
                        outcome.parameters()));
        ReportLines.of(outcome.report(), outcome.leftOut()).forEach(console::line);
        console.object(new Converted(
                from.toString(),
                to.toString(),
                to.toFile().length(),
                outcome.kind().title(),
                outcome.shape(),
                outcome.tensors(),
                outcome.parameters(),
                outcome.report(),
                outcome.leftOut(),
                outcome.notes()));
        return ExitCode.DONE.value();
    }

    private void requireRanges() {
        if (window.isPresent() && (window.get() < 1 || window.get() > 64)) {
            throw new UsageException("--window is %d, expected 1..64".formatted(window.get()));
        }
        if (presenceThreshold.isPresent() && !(presenceThreshold.get() >= 0 && presenceThreshold.get() <= 1)) {
            throw new UsageException("--presence-threshold is %s, expected 0..1".formatted(presenceThreshold.get()));
        }
        if (Files.exists(from)
                && Files.exists(to)
                && from.toAbsolutePath().normalize().equals(to.toAbsolutePath().normalize())) {
            throw new UsageException("%s: --from and --to are one file. Name another file.".formatted(from));
        }
    }

    private Conversion.Choices choices() {
        return new Conversion.Choices(
                model,
                dtype.map(chosen -> chosen.storage).orElse(StorageType.AS_IS),
                NamePatterns.anyOf(allowMissing),
                window.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                vocabulary.map(Vocabulary::read),
                presenceThreshold.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                overwrite);
    }
}
