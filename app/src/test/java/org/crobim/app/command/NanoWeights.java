package org.crobim.app.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.crobim.language.phrase.GrammarWords;
import org.crobim.model.crobim.CroBimConfiguration;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.text.Vocabulary;
import org.crobim.model.weights.StorageType;

/** The smallest network with random weights: commands behave as with trained ones, only their answers are nonsense. */
public final class NanoWeights {
    private NanoWeights() {}

    /**
     * Writes a file.
     *
     * @param presenceThreshold 0 lets everything be present, 1 nothing
     */
    public static Path write(Path file, double presenceThreshold) {
        CroBimConfiguration configuration = CroBimConfiguration.preset("nano").with(Map.of("inputSide", 64));
        Vocabulary vocabulary = Vocabulary.ofWords(GrammarWords.all());
        try (ReferringModel model = ReferringModel.create(configuration, vocabulary, 3);
                NativeScope scope = NativeScope.withoutGradients()) {
            model.setPresenceThreshold(presenceThreshold);
            // A fresh network sees background everywhere, so that every mask would be empty whatever the commands do.
            Objects.requireNonNull(model.network().namedParameters().get("mask.bias"))
                    .zero_();
            model.save(file, StorageType.AS_IS);
        }
        return file;
    }
}
