package org.crobim.model.weights.convert;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.crobim.core.error.UsageException;
import org.crobim.core.file.AtomicFile;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.text.Vocabulary;
import org.crobim.model.weights.LoadReport;
import org.crobim.model.weights.LoadRules;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.StateLoading;
import org.crobim.model.weights.StorageType;
import org.crobim.model.weights.WeightsSource;
import org.crobim.model.zoo.Networks;

/**
 * Turns weights of any kind into one safetensors file.
 *
 * <p>A checkpoint of a known network must have every tensor of it, of the right shape, and no others; what may be missing is said by
 * name. Weights of this project lose what only training needs. LAVT and RMSIN with a vocabulary become weights of this project, ready
 * for {@code crobim segment}. Whatever is refused, no file is written.
 */
public final class Conversion {
    private static final String NETWORK_KEY = "network";
    private static final String ORIGIN_KEY = "converted_from";

    private final Path from;
    private final Path to;
    private final Choices choices;

    private Conversion(Path from, Path to, Choices choices) {
        this.from = from;
        this.to = to;
        this.choices = choices;
    }

    /**
     * How to convert.
     *
     * @param network what the file holds; what it seems to hold if empty
     * @param storage dtype of floating-point tensors in the new file
     * @param mayBeMissing names of ours that the file need not have
     * @param window side of the attention windows of a Swin Transformer; that of the file if empty
     * @param vocabulary makes LAVT and RMSIN ready for use
     * @param presenceThreshold to write down instead of the file's own, for weights of this project
     * @param overwrite whether an existing file may be replaced
     */
    public record Choices(
            Optional<NetworkKind> network,
            StorageType storage,
            Predicate<String> mayBeMissing,
            OptionalInt window,
            Optional<Vocabulary> vocabulary,
            OptionalDouble presenceThreshold,
            boolean overwrite) {}

    /**
     * What became of a file.
     *
     * @param kind of the network
     * @param shape sizes of the network, empty where it is unknown
     * @param tensors in the new file
     * @param parameters trained values among them
     * @param report names of ours that were loaded, missing, unexpected or mismatched
     * @param leftOut names in the file that are no weights of the network
     * @param notes on tensors that were resized or passed over, and on what could not be checked
     */
    public record Outcome(
            NetworkKind kind,
            Optional<String> shape,
            long tensors,
            long parameters,
            LoadReport report,
            List<String> leftOut,
            List<String> notes) {}

    /**
     * Converts a file.
     *
     * @param from of any format
     * @param to file to write
     * @throws org.crobim.core.error.WeightsException if the file is damaged or refused, or does not fit its network
     * @throws UsageException if the new file exists and may not be replaced, or a choice has no meaning for the network
     * @throws org.crobim.core.error.OutputException if the new file cannot be written
     */
    public static Outcome run(Path from, Path to, Choices choices) {
        AtomicFile.requireWritableTarget(to, choices.overwrite());
        return new Conversion(from, to, choices).run();
    }

    private Outcome run() {
        try (WeightsSource source = CheckpointFiles.open(from);
                NativeScope scope = NativeScope.withoutGradients()) {
            NetworkKind kind = choices.network().orElseGet(() -> NetworkKind.of(source));
            requireMeaning(kind);
            CheckpointReading reading = CheckpointReading.of(source, kind, choices.window());
            LoadRules rules = reading.rules().allowMissing(choices.mayBeMissing());
            StateLoading.requireFit(reading.weights(), rules, reading.report());
            if (kind == NetworkKind.CROBIM) {
                return own(reading);
            }
            if (choices.vocabulary().isPresent() && reading.configuration().isPresent()) {
                return whole(
                        reading,
                        rules,
                        reading.configuration().get(),
                        choices.vocabulary().get());
            }
            WeightsSource checked = choices.storage() == StorageType.FLOAT16
                    ? new HalfPrecisionCheck(reading.weights())
                    : reading.weights();
            Safetensors.write(to, checked, metadata(reading), choices.storage(), choices.overwrite());
            return outcome(reading, reading.weights().names().size());
        }
    }

    private void requireMeaning(NetworkKind kind) {
        boolean isWhole = kind == NetworkKind.LAVT || kind == NetworkKind.RMSIN;
        if (choices.window().isPresent() && kind != NetworkKind.SWIN) {
            throw new UsageException(
                    "%s holds %s; only a Swin Transformer can be given another window".formatted(from, kind.title()));
        }
        if (choices.vocabulary().isPresent() && !isWhole) {
            throw new UsageException(
                    "%s holds %s; only LAVT and RMSIN take a vocabulary".formatted(from, kind.title()));
        }
        if (choices.presenceThreshold().isPresent()
                && kind != NetworkKind.CROBIM
                && choices.vocabulary().isEmpty()) {
            throw new UsageException("%s holds %s; only weights of this project have a presence threshold"
                    .formatted(from, kind.title()));
        }
    }

    /** Weights of a training of ours, without what only training needs. */
    private Outcome own(CheckpointReading reading) {
        try (ReferringModel model = Networks.load(from)) {
            choices.presenceThreshold().ifPresent(model::setPresenceThreshold);
            model.saveForInference(to, choices.storage());
            List<String> trainingOnly = reading.report().loaded().stream()
                    .filter(model.configuration()::isForTrainingOnly)
                    .toList();
            LoadReport report = new LoadReport(
                    reading.report().loaded().stream()
                            .filter(name -> !trainingOnly.contains(name))
                            .toList(),
                    List.of(),
                    List.of(),
                    List.of());
            return new Outcome(
                    reading.kind(),
                    Optional.of("%s, %s"
                            .formatted(
                                    model.configuration().network(),
                                    model.configuration().preset())),
                    report.loaded().size(),
                    model.network().parameterCount(),
                    report,
                    trainingOnly,
                    List.of());
        }
    }

    /** A network of others with all that it needs to be used. */
    private Outcome whole(
            CheckpointReading reading, LoadRules rules, NetworkConfiguration configuration, Vocabulary vocabulary) {
        BertCheckpoint.requireVocabulary(
                MappedWeights.of(reading.weights(), NameRule.only(LavtCheckpoint.TEXT)), vocabulary.size());
        try (ReferringModel model = ReferringModel.create(configuration, vocabulary, 0)) {
            StateLoading.load(model.network(), reading.weights(), rules);
            choices.presenceThreshold().ifPresent(model::setPresenceThreshold);
            model.putNote(ORIGIN_KEY, String.valueOf(from.getFileName()));
            model.save(to, choices.storage());
            return outcome(reading, model.network().namedState().size());
        }
    }

    private Map<String, String> metadata(CheckpointReading reading) {
        Map<String, String> metadata = new TreeMap<>();
        if (reading.kind() == NetworkKind.VECTORS) {
            metadata.putAll(reading.weights().metadata());
        } else {
            metadata.put(NETWORK_KEY, reading.kind().title());
        }
        metadata.put(ORIGIN_KEY, String.valueOf(from.getFileName()));
        return metadata;
    }

    private static Outcome outcome(CheckpointReading reading, int tensors) {
        return new Outcome(
                reading.kind(),
                reading.shape(),
                tensors,
                reading.parameters(),
                reading.report(),
                reading.leftOut(),
                reading.notes());
    }
}
