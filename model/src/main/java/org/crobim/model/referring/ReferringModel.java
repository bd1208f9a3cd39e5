package org.crobim.model.referring;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.WeightsException;
import org.crobim.core.image.RgbImage;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.text.Tokenizer;
import org.crobim.model.text.Vocabulary;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.SafetensorsFile;
import org.crobim.model.weights.StateLoading;
import org.crobim.model.weights.StorageType;

/**
 * A network with everything it needs to be used: configuration, vocabulary, normalisation, presence threshold.
 *
 * <p>A weights file is self-contained: safetensors whose metadata holds all of this. The model owns the native memory of
 * its parameters until closed. One thread at a time may run the network in training mode; forward passes without
 * training may run in several threads.
 */
public final class ReferringModel implements AutoCloseable {
    private static final String NETWORK = "crobim.network";
    private static final String CONFIGURATION = "crobim.config";
    private static final String VOCABULARY = "crobim.vocabulary";
    private static final String NORMALISATION = "crobim.normalisation";
    private static final String PRESENCE_THRESHOLD = "crobim.presence_threshold";
    private static final String NOTE_PREFIX = "crobim.note.";
    /** What files of before there was a choice hold. */
    private static final String FIRST_NETWORK = "crobim";

    private final NetworkConfiguration configuration;
    private final Vocabulary vocabulary;
    private final Normalisation normalisation;
    private final RandomStream random;
    private final ReferringNetwork network;
    private final Tokenizer tokenizer;
    private final Map<String, String> notes = new LinkedHashMap<>();
    private double presenceThreshold = 0.5;

    private ReferringModel(
            NetworkConfiguration configuration, Vocabulary vocabulary, Normalisation normalisation, long seed) {
        this.configuration = configuration;
        this.vocabulary = vocabulary;
        this.normalisation = normalisation;
        random = new RandomStream(seed);
        network = configuration.create(vocabulary.size(), new Initializer(random));
        tokenizer = Tokenizer.of(vocabulary, configuration.maximumTokens());
    }

    /**
     * A model with fresh weights.
     *
     * @param seed decides every weight, and dropout until {@link #reseedDropout}
     */
    public static ReferringModel create(NetworkConfiguration configuration, Vocabulary vocabulary, long seed) {
        return new ReferringModel(configuration, vocabulary, Normalisation.IMAGENET, seed);
    }

    /**
     * A model with fresh weights that takes all else of a weights file: vocabulary, normalisation, presence threshold and
     * notes. No tensor is read.
     *
     * @param weights a file written by {@link #save}
     * @param configuration shape of the new network, which may be another than the file's
     * @param seed decides every weight, and dropout until {@link #reseedDropout}
     * @throws WeightsException if the file is missing, damaged or not a CroBIM model
     */
    public static ReferringModel createLike(Path weights, NetworkConfiguration configuration, long seed) {
        try (SafetensorsFile file = Safetensors.open(weights)) {
            return described(weights, file.metadata(), (network, json) -> configuration, seed);
        }
    }

    /**
     * Reads a weights file.
     *
     * @param reader of the configuration that the file holds
     * @throws WeightsException if the file is missing, damaged or not a CroBIM model
     */
    public static ReferringModel load(Path weights, NetworkConfiguration.Reader reader) {
        try (SafetensorsFile file = Safetensors.open(weights)) {
            ReferringModel model = described(weights, file.metadata(), reader, 0);
            try {
                StateLoading.load(model.network, file);
            } catch (RuntimeException e) {
                model.close();
                throw e;
            }
            return model;
        }
    }

    private static ReferringModel described(
            Path weights, Map<String, String> metadata, NetworkConfiguration.Reader reader, long seed) {
        try {
            NetworkConfiguration configuration = reader.read(
                    metadata.getOrDefault(NETWORK, FIRST_NETWORK), required(weights, metadata, CONFIGURATION));
            Vocabulary vocabulary = Vocabulary.parse(required(weights, metadata, VOCABULARY));
            Normalisation normalisation = Normalisation.parse(required(weights, metadata, NORMALISATION));
            double threshold = Double.parseDouble(required(weights, metadata, PRESENCE_THRESHOLD));
            requireShare(threshold);
            ReferringModel model = new ReferringModel(configuration, vocabulary, normalisation, seed);
            model.presenceThreshold = threshold;
            metadata.forEach((key, value) -> {
                if (key.startsWith(NOTE_PREFIX)) {
                    model.notes.put(key.substring(NOTE_PREFIX.length()), value);
                }
            });
            return model;
        } catch (ConfigurationException | IllegalArgumentException e) {
            throw new WeightsException(
                    ("%s: the description of the network cannot be used: %s. The file is damaged, or was written by another"
                                    + " version of this program; take the file that belongs to this version.")
                            .formatted(weights, e.getMessage()),
                    e);
        }
    }

    private static String required(Path weights, Map<String, String> metadata, String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new WeightsException(
                    "%s: not a CroBIM weights file: its metadata lacks %s. Expected a file written by \"crobim train\"."
                            .formatted(weights, key));
        }
        return value;
    }

    /**
     * Writes a file from which {@link #load} makes the same model; replaces an existing one in one step.
     *
     * @param storage dtype of the tensors
     */
    public void save(Path file, StorageType storage) {
        save(file, storage, configuration, network.namedState());
    }

    /** As {@link #save}, without the auxiliary heads, which only training needs. */
    public void saveForInference(Path file, StorageType storage) {
        Map<String, Tensor> tensors = network.namedState();
        tensors.keySet().removeIf(configuration::isForTrainingOnly);
        save(file, storage, configuration.forInference(), tensors);
    }

    private void save(Path file, StorageType storage, NetworkConfiguration written, Map<String, Tensor> tensors) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(NETWORK, written.network());
        metadata.put(CONFIGURATION, written.json());
        metadata.put(VOCABULARY, vocabulary.text());
        metadata.put(NORMALISATION, normalisation.text());
        metadata.put(PRESENCE_THRESHOLD, Double.toString(presenceThreshold));
        notes.forEach((key, value) -> metadata.put(NOTE_PREFIX + key, value));
        Safetensors.write(file, tensors, metadata, storage, true);
    }

    /**
     * A second network that looks at the same parameter values and has gradients and dropout of its own.
     *
     * @param seed of its dropout
     */
    public ReferringModel replica(long seed) {
        ReferringModel replica = new ReferringModel(configuration, vocabulary, normalisation, seed);
        replica.network.shareValuesOf(network);
        replica.presenceThreshold = presenceThreshold;
        replica.notes.putAll(notes);
        return replica;
    }

    /** Starts the draws of dropout again from a seed. */
    public void reseedDropout(long seed) {
        random.reseed(seed);
    }

    /**
     * Images as the network wants them: resized to the input side, aspect not kept, and normalised.
     *
     * @param images at least one, of any size
     * @return (B, S, S, 3) float32 on the CPU, owned by the innermost scope
     */
    public Tensor images(List<RgbImage> images) {
        return normalisation.batch(images, configuration.inputSide());
    }

    /** The network. */
    public ReferringNetwork network() {
        return network;
    }

    /** Its shape. */
    public NetworkConfiguration configuration() {
        return configuration;
    }

    /** Words it knows. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Sentences to word pieces; thread-safe. */
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    /** Least presence, 0..1, at which something counts as present. */
    public double presenceThreshold() {
        return presenceThreshold;
    }

    /** Sets the threshold, 0..1. */
    public void setPresenceThreshold(double threshold) {
        requireShare(threshold);
        presenceThreshold = threshold;
    }

    private static void requireShare(double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("presence threshold is %s, expected 0..1".formatted(threshold));
        }
    }

    /** What is written down about the weights: licence, data, recipe; read-only. */
    public Map<String, String> notes() {
        return Collections.unmodifiableMap(notes);
    }

    /** One note. */
    public Optional<String> note(String key) {
        return Optional.ofNullable(notes.get(key));
    }

    /** Writes a note down. */
    public void putNote(String key, String value) {
        notes.put(key, value);
    }

    @Override
    public void close() {
        tokenizer.close();
        network.close();
        random.close();
    }
}
