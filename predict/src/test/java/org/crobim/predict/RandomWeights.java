package org.crobim.predict;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.crobim.core.image.RgbImage;
import org.crobim.model.crobim.CroBimConfiguration;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.text.Vocabulary;
import org.crobim.model.weights.StorageType;

/** An untrained nano network for images of 64 pixels that finds everything present, and pictures for it. */
final class RandomWeights {
    private static final long SEED = 5;

    private RandomWeights() {}

    /**
     * Writes the weights.
     *
     * @param sentences whose words the network knows
     * @return the file
     */
    static Path save(Path file, String... sentences) {
        CroBimConfiguration configuration = CroBimConfiguration.preset("nano").with(Map.of("inputSide", 64));
        try (ReferringModel model = ReferringModel.create(configuration, Vocabulary.ofWords(List.of(sentences)), SEED);
                NativeScope scope = NativeScope.withoutGradients()) {
            model.setPresenceThreshold(0);
            // A fresh network sees background everywhere, so that all masks would be empty and equal.
            Objects.requireNonNull(model.network().namedParameters().get("mask.bias"))
                    .zero_();
            model.save(file, StorageType.AS_IS);
        }
        return file;
    }

    /** Independent pixels. */
    static RgbImage noise(int width, int height, long seed) {
        byte[] rgb = new byte[3 * width * height];
        new SplittableRandom(seed).nextBytes(rgb);
        return new RgbImage(width, height, rgb);
    }
}
