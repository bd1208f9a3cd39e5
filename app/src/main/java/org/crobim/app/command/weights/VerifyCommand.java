package org.crobim.app.command.weights;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.UsageException;
import org.crobim.core.error.WeightsException;
import org.crobim.model.parity.ParityModel;
import org.crobim.model.parity.ParityPrecision;
import org.crobim.model.parity.ParityReport;
import org.crobim.model.parity.ParityRun;
import org.crobim.model.tensor.EngineException;
import org.crobim.model.weights.WeightsSource;
import org.crobim.model.weights.convert.CheckpointFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a network with stored results of its original. */
@Command(
        name = "verify",
        description = {
            "Runs a network on vectors of its original and says how far the two are apart.",
            "",
            "The file holds weights.*, input.*, expect.* and, as metadata, the shape of the network (model, embed_dim, depths,"
                    + " num_heads, window_size, fusion_heads, bert). Differences are relative to the largest magnitude that is"
                    + " expected in the tensor, or to 1e-6 where that is smaller."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim weights verify --model lavt --vectors lavt.safetensors --json",
            "  crobim weights verify --model rmsin --vectors rmsin.safetensors --precision fp32 --tolerance 1e-3",
            "",
            "Exit codes: 0 within the tolerance, 2 usage, 4 beyond it, or the file is missing, damaged or does not fit."
        })
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "NETWORK",
            description = "Network that the vectors belong to: ${COMPLETION-CANDIDATES}.")
    private ParityModel model;

    @Option(
            names = "--vectors",
            required = true,
            paramLabel = "FILE",
            description = "Vectors of the original, safetensors.")
    private Path vectors;

    @Option(
            names = "--precision",
            defaultValue = "FP64",
            paramLabel = "NUMBERS",
            description =
                    "Double as the vectors were computed, or single: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private ParityPrecision precision;

    @Option(
            names = "--tolerance",
            defaultValue = "1e-4",
            paramLabel = "SHARE",
            description = "Largest relative difference that passes; default: ${DEFAULT-VALUE}.")
    private double tolerance;

    /**
     * The object that {@code --json} prints.
     *
     * @param vectors file
     * @param model network
     * @param precision of the run
     * @param tolerance largest relative difference that passes
     * @param maxAbsolute largest absolute difference of all tensors
     * @param maxRelative largest relative difference of all tensors, each relative to max(|expect|, 1e-6)
     * @param passed whether it is within the tolerance
     * @param tensors each expected one by name
     */
    record Verdict(
            String vectors,
            String model,
            String precision,
            double tolerance,
            double maxAbsolute,
            double maxRelative,
            boolean passed,
            List<TensorVerdict> tensors) {}

    /**
     * One expected tensor.
     *
     * @param name in the file
     * @param maxAbsolute largest difference of a value
     * @param maxRelative the same relative to the largest magnitude expected
     */
    record TensorVerdict(String name, double maxAbsolute, double maxRelative) {}

    @Override
    public Integer call() {
        if (!(tolerance >= 0)) {
            throw new UsageException("--tolerance is %s, expected a number of at least 0".formatted(tolerance));
        }
        Console console = options.console(command);
        Verdict verdict = verdict(compared());
        verdict.tensors()
                .forEach(tensor -> console.line("%-60s %12.3e absolute %12.3e relative"
                        .formatted(tensor.name(), tensor.maxAbsolute(), tensor.maxRelative())));
        console.line("maxRelative %.3e, tolerance %s: %s"
                .formatted(verdict.maxRelative(), tolerance, verdict.passed() ? "passed" : "failed"));
        console.object(verdict);
        return (verdict.passed() ? ExitCode.DONE : ExitCode.WEIGHTS_OR_CONFIGURATION).value();
    }

    private ParityReport compared() {
        try (WeightsSource file = CheckpointFiles.open(vectors)) {
            ParityModel found = ParityRun.modelOf(file);
            if (found != model) {
                throw new WeightsException(
                        "%s: the vectors are of %s, but --model is %s. Give the vectors of that network."
                                .formatted(vectors, lower(found), lower(model)));
            }
            return ParityRun.compare(file, precision);
        } catch (EngineException | IllegalArgumentException e) {
            throw new WeightsException(
                    "%s: the network cannot run on these vectors: %s. Weights, inputs and metadata must fit one another."
                            .formatted(vectors, e.getMessage()),
                    e);
        }
    }

    private Verdict verdict(ParityReport report) {
        List<TensorVerdict> tensors = report.differences().stream()
                .map(difference -> new TensorVerdict(
                        "expect." + difference.name(), difference.maximumAbsolute(), difference.maximumRelative()))
                .toList();
        if (tensors.isEmpty()) {
            throw new WeightsException(
                    "%s: holds no tensor expect.*, so there is nothing to compare.".formatted(vectors));
        }
        double absolute =
                tensors.stream().mapToDouble(TensorVerdict::maxAbsolute).max().orElse(0);
        double relative = report.maxRelative();
        return new Verdict(
                vectors.toString(),
                lower(report.model()),
                lower(report.precision()),
                tolerance,
                absolute,
                relative,
                relative <= tolerance,
                tensors);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
