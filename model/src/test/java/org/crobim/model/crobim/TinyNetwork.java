package org.crobim.model.crobim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.GradientCheck;
import org.crobim.model.nn.Initializer;
import org.crobim.model.referring.MaskPrediction;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.Encoding;
import org.crobim.model.text.TokenBatch;

/** A complete CroBIM of a few thousand weights, far from their start values, and inputs for it. */
final class TinyNetwork implements AutoCloseable {
    static final int WORDS = 30;

    private final RandomStream random = new RandomStream(11);
    private final CroBimConfiguration configuration;
    private final CroBim network;

    private TinyNetwork(Map<String, Object> changes) {
        Engine.setThreads(1);
        configuration = configuration(changes);
        network = CroBimFactory.create(configuration, WORDS, new Initializer(random));
        new GradientCheck(random).disturb(network);
    }

    /** The usual shape. */
    static TinyNetwork usual() {
        return new TinyNetwork(Map.of());
    }

    /** The usual shape with one value replaced. */
    static TinyNetwork with(String name, Object value) {
        return new TinyNetwork(Map.of(name, value));
    }

    static CroBimConfiguration configuration(Map<String, Object> changes) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("vision", Map.of("channels", List.of(4, 6, 8, 10), "depths", List.of(1, 1, 1, 1)));
        values.put("text", Map.of("layers", 1, "width", 8, "heads", 2, "maximumTokens", 12));
        values.put("width", 8);
        values.put("heads", 2);
        values.put("prompts", 3);
        values.put("contextGrid", 2);
        values.put("midLayers", 1);
        values.put("maskWidth", 4);
        values.putAll(changes);
        return CroBimConfiguration.preset("nano").with(values);
    }

    CroBimConfiguration configuration() {
        return configuration;
    }

    CroBim network() {
        return network;
    }

    /** Fixed images (count, height, width, 3). */
    static Tensor images(long count, long height, long width) {
        try (RandomStream pixels = new RandomStream(count)) {
            return pixels.fillNormal(Tensors.zeros(count, height, width, 3), 0, 1);
        }
    }

    /** Sentences as word numbers. */
    static TokenBatch sentences(int[]... ids) {
        List<Encoding> encodings = new ArrayList<>();
        for (int[] sentence : ids) {
            encodings.add(new Encoding(sentence, false, List.of()));
        }
        return TokenBatch.of(encodings);
    }

    MaskPrediction answer(Tensor images, TokenBatch tokens, int... imageOf) {
        return network.locate(network.encode(images), tokens, imageOf);
    }

    @Override
    public void close() {
        network.close();
        random.close();
    }
}
