package org.crobim.model.lavt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.Encoding;
import org.crobim.model.text.TokenBatch;

/** A LAVT of a few thousand weights, and inputs for it. */
public final class TinyLavt {
    /** Size of the vocabulary. */
    public static final int WORDS = 30;

    private TinyLavt() {}

    /** Four channels at the finest stage, windows of 2, a text encoder of width 8, no noise. */
    public static LavtConfiguration configuration() {
        return LavtConfiguration.preset("lavt-nano")
                .with(Map.of(
                        "vision",
                        Map.of(
                                "channels", List.of(4, 8, 16, 32),
                                "depths", List.of(2, 1, 1, 1),
                                "heads", List.of(1, 2, 2, 4),
                                "window", 2),
                        "fusionHeads",
                        List.of(1, 2, 1, 4),
                        "text",
                        Map.of(
                                "layers",
                                1,
                                "width",
                                8,
                                "heads",
                                2,
                                "hiddenWidth",
                                12,
                                "positions",
                                12,
                                "maximumTokens",
                                12,
                                "residualEmbeddings",
                                false)))
                .with(LavtConfiguration.Noise.NONE);
    }

    /** Fixed images (count, height, width, 3). */
    public static Tensor images(long count, long height, long width) {
        try (RandomStream pixels = new RandomStream(count)) {
            return pixels.fillNormal(Tensors.zeros(count, height, width, 3), 0, 1);
        }
    }

    /** Sentences as word numbers. */
    public static TokenBatch sentences(int[]... ids) {
        List<Encoding> encodings = new ArrayList<>();
        for (int[] sentence : ids) {
            encodings.add(new Encoding(sentence, false, List.of()));
        }
        return TokenBatch.of(encodings);
    }
}
