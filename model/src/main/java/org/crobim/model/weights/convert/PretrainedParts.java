package org.crobim.model.weights.convert;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.crobim.core.error.WeightsException;
import org.crobim.model.nn.Layer;
import org.crobim.model.weights.LoadReport;
import org.crobim.model.weights.LoadRules;
import org.crobim.model.weights.StateLoading;
import org.crobim.model.weights.WeightsSource;

/** Published encoders as the start of a network that is to be trained. */
public final class PretrainedParts {
    private PretrainedParts() {}

    /**
     * What was loaded.
     *
     * @param report names in the network
     * @param notes on tensors that were resized, cut or passed over
     */
    public record Loaded(LoadReport report, List<String> notes) {
        /** Copies the list. */
        public Loaded {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Loads an official Swin Transformer or ConvNeXt. Tables of relative positions are resized to the network's windows; norms of
     * the stage outputs, which no such file has, keep their values, and so does what stands beside the encoder.
     *
     * @param network that has the encoder
     * @param prefix of the encoder's names in it, such as {@code "backbone."} in LAVT or {@code "vision."} in CroBIM
     * @param beside parameters under the prefix, without it, that belong to no encoder, such as the fusion inside LAVT's stages
     * @param file of any format
     * @throws WeightsException if the file holds no such encoder or does not fit; nothing has changed then
     */
    public static Loaded vision(Layer network, String prefix, Predicate<String> beside, Path file) {
        try (WeightsSource source = CheckpointFiles.open(file)) {
            NetworkKind kind = NetworkKind.of(source);
            if (kind != NetworkKind.SWIN && kind != NetworkKind.CONVNEXT) {
                throw new WeightsException("%s: holds %s, expected an official Swin Transformer or ConvNeXt."
                        .formatted(file, kind.title()));
            }
            NameRule rule = kind == NetworkKind.SWIN
                    ? SwinCheckpoint.rule(source.names())
                    : ConvNeXtCheckpoint.rule(source.names());
            FittedWeights fitted = SwinCheckpoint.fit(MappedWeights.of(source, rule), shapes(network, prefix));
            return load(network, prefix, fitted, beside.or(SwinCheckpoint::startsFresh));
        }
    }

    /**
     * Loads BERT; a table of positions that is longer than the network's is cut.
     *
     * @param network that has the encoder
     * @param prefix of the encoder's names in it, such as {@code "text_encoder."} in LAVT or {@code "text."} in CroBIM
     * @param file of any format
     * @throws WeightsException if the file holds no BERT, or one of another vocabulary or size; nothing has changed then
     */
    public static Loaded text(Layer network, String prefix, Path file) {
        try (WeightsSource source = CheckpointFiles.open(file)) {
            NetworkKind kind = NetworkKind.of(source);
            if (kind != NetworkKind.BERT) {
                throw new WeightsException("%s: holds %s, expected BERT.".formatted(file, kind.title()));
            }
            MappedWeights mapped = MappedWeights.of(source, BertCheckpoint.rule(source.names()));
            Map<String, List<Long>> shapes = shapes(network, prefix);
            BertCheckpoint.requireVocabulary(mapped, rows(shapes, BertCheckpoint.WORDS));
            FittedWeights fitted = BertCheckpoint.fit(mapped, rows(shapes, BertCheckpoint.POSITIONS));
            return load(network, prefix, fitted, name -> false);
        }
    }

    private static int rows(Map<String, List<Long>> shapes, String name) {
        return Optional.ofNullable(shapes.get(name))
                .map(shape -> Math.toIntExact(shape.get(0)))
                .orElseThrow(() -> new IllegalArgumentException("the network has no parameter %s".formatted(name)));
    }

    private static Map<String, List<Long>> shapes(Layer network, String prefix) {
        Map<String, List<Long>> shapes = new TreeMap<>();
        TensorShapes.of(network).forEach((name, shape) -> {
            if (name.startsWith(prefix)) {
                shapes.put(name.substring(prefix.length()), shape);
            }
        });
        return shapes;
    }

    private static Loaded load(Layer network, String prefix, FittedWeights fitted, Predicate<String> startsFresh) {
        WeightsSource renamed = MappedWeights.of(fitted, name -> Optional.of(prefix + name));
        Predicate<String> outside = name -> !name.startsWith(prefix);
        Predicate<String> fresh = name -> {
            String inside = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
            return startsFresh.test(inside) || fitted.skipped().contains(inside);
        };
        LoadReport report = StateLoading.load(
                network, renamed, LoadRules.strict().allowMissing(outside).allowMissing(fresh));
        List<String> missing =
                report.missing().stream().filter(outside.negate()).toList();
        return new Loaded(
                new LoadReport(report.loaded(), missing, report.unexpected(), report.mismatched()), fitted.notes());
    }
}
