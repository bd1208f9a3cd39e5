package org.crobim.model.weights.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.vision.VisionConfiguration;
import org.crobim.model.weights.LoadReport;
import org.crobim.model.weights.LoadRules;
import org.crobim.model.weights.StateLoading;
import org.crobim.model.weights.WeightsSource;

/**
 * A checkpoint under our names, compared with an empty network of its shape.
 *
 * @param kind of the network
 * @param weights under our names, resized where asked for; closing it closes the file
 * @param shape empty where the network is unknown, and nothing could be compared
 * @param configuration of a whole referring network, empty for a part of one
 * @param report what of the network the file has
 * @param parameters number of trained values among what the file has
 * @param rules which differences are none
 * @param leftOut names in the file that are no weights of the network
 * @param notes on tensors that were resized or passed over
 */
public record CheckpointReading(
        NetworkKind kind,
        WeightsSource weights,
        Optional<String> shape,
        Optional<NetworkConfiguration> configuration,
        LoadReport report,
        long parameters,
        LoadRules rules,
        List<String> leftOut,
        List<String> notes) {
    private static final String OWN_NETWORK = "crobim.network";

    /** Copies the lists. */
    public CheckpointReading {
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
    }

    /**
     * Reads a file as weights of a network; no values are read yet.
     *
     * @param source of any format; the caller's own
     * @param kind of the network
     * @param window side of the attention windows that a Swin Transformer shall have; that of the file if empty
     * @throws org.crobim.core.error.WeightsException if the shape of the network cannot be read off the file
     */
    public static CheckpointReading of(WeightsSource source, NetworkKind kind, OptionalInt window) {
        Set<String> names = source.names();
        return switch (kind) {
            case BERT -> {
                MappedWeights mapped = MappedWeights.of(source, BertCheckpoint.rule(names));
                yield compared(kind, mapped, NetworkShape.of(BertCheckpoint.shape(mapped)), name -> false);
            }
            case SWIN -> {
                MappedWeights mapped = MappedWeights.of(source, SwinCheckpoint.rule(names));
                VisionConfiguration shape = withWindow(SwinCheckpoint.shape(mapped), window);
                yield compared(kind, mapped, NetworkShape.of(shape), SwinCheckpoint::startsFresh);
            }
            case CONVNEXT -> {
                MappedWeights mapped = MappedWeights.of(source, ConvNeXtCheckpoint.rule(names));
                NetworkShape shape = NetworkShape.of(ConvNeXtCheckpoint.shape(mapped));
                yield compared(kind, mapped, shape, ConvNeXtCheckpoint::startsFresh);
            }
            case LAVT -> {
                MappedWeights mapped = MappedWeights.of(source, LavtCheckpoint.rule(names));
                yield compared(kind, mapped, LavtShape.lavt(mapped), name -> false);
            }
            case RMSIN -> {
                MappedWeights mapped = MappedWeights.of(source, LavtCheckpoint.rule(names));
                yield compared(kind, mapped, LavtShape.rmsin(mapped), name -> false);
            }
            case CROBIM, VECTORS -> unchecked(kind, MappedWeights.of(source, NameRule.same()));
            case UNKNOWN -> unchecked(kind, MappedWeights.of(source, StateSelection.rule(names)));
        };
    }

    private static VisionConfiguration withWindow(VisionConfiguration shape, OptionalInt window) {
        return window.isEmpty()
                ? shape
                : VisionConfiguration.swin(shape.channels().get(0), shape.depths(), shape.heads(), window.getAsInt());
    }

    private static CheckpointReading unchecked(NetworkKind kind, MappedWeights weights) {
        long parameters = weights.names().stream()
                .map(weights::stored)
                .filter(tensor -> tensor.type().floating())
                .mapToLong(tensor -> tensor.elements())
                .sum();
        LoadReport report = new LoadReport(List.copyOf(weights.names()), List.of(), List.of(), List.of());
        return new CheckpointReading(
                kind,
                weights,
                Optional.ofNullable(weights.metadata().get(OWN_NETWORK)),
                Optional.empty(),
                report,
                parameters,
                LoadRules.strict(),
                weights.leftOut(),
                List.of());
    }

    private static CheckpointReading compared(
            NetworkKind kind, MappedWeights mapped, NetworkShape shape, Predicate<String> startsFresh) {
        try (NativeScope scope = NativeScope.withoutGradients();
                RandomStream random = new RandomStream(0);
                Layer network = shape.layers().create(new Initializer(random, true))) {
            FittedWeights fitted = SwinCheckpoint.fit(mapped, TensorShapes.of(network));
            LoadRules rules = LoadRules.strict().allowMissing(startsFresh).allowMissing(fitted.skipped()::contains);
            LoadReport report = StateLoading.compare(network, fitted, rules);
            Set<String> parameters = network.namedParameters().keySet();
            long count = report.loaded().stream()
                    .filter(parameters::contains)
                    .mapToLong(name -> fitted.stored(name).elements())
                    .sum();
            return new CheckpointReading(
                    kind,
                    fitted,
                    Optional.of(shape.description()),
                    shape.configuration(),
                    report,
                    count,
                    rules,
                    mapped.leftOut(),
                    new ArrayList<>(fitted.notes()));
        }
    }

    /** Whether the network is known, so that names and shapes could be compared. */
    public boolean isCompared() {
        return kind != NetworkKind.CROBIM && kind != NetworkKind.VECTORS && kind != NetworkKind.UNKNOWN;
    }
}
