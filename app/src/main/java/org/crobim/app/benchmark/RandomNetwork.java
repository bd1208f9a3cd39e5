package org.crobim.app.benchmark;

import org.crobim.language.phrase.GrammarWords;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.text.Vocabulary;

/** A network that was never trained: its answers mean nothing, its speed does. */
public final class RandomNetwork {
    private static final long SEED = 1;

    private RandomNetwork() {}

    /** A network of this shape that finds something on every tile, so that everything behind it has work to do. */
    public static ReferringModel of(NetworkConfiguration configuration) {
        ReferringModel model = ReferringModel.create(configuration, Vocabulary.ofWords(GrammarWords.all()), SEED);
        model.setPresenceThreshold(0);
        return model;
    }
}
