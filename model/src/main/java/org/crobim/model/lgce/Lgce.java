package org.crobim.model.lgce;

import java.util.Optional;
import org.crobim.model.fused.FusedNetwork;
import org.crobim.model.fused.FusedSwin;
import org.crobim.model.lavt.GatedWordFusion;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.lavt.SimpleDecoding;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.NativeScope;

/**
 * LGCE-style network, our reconstruction: LAVT whose four stages pass a {@link CrossScaleEnhancement} on their way to the
 * decoder.
 */
public final class Lgce extends FusedNetwork {
    private Lgce(FusedSwin backbone, SimpleDecoding classifier, Reader reader) {
        super(backbone, classifier, reader);
    }

    /**
     * A network with fresh weights.
     *
     * @param configuration shape
     * @param vocabularySize word pieces that the text encoder knows
     * @param init first values; parts draw in a fixed order, so that a seed decides every weight
     * @return owned by the caller
     */
    static Lgce create(LavtConfiguration configuration, int vocabularySize, Initializer init) {
        try (NativeScope scope = NativeScope.open()) {
            FusedSwin backbone = new FusedSwin(
                    configuration.swin(init),
                    GatedWordFusion.ofStages(configuration, init),
                    Optional.of(new CrossScaleEnhancement(configuration, init)));
            backbone.startAsPublished(init);
            return new Lgce(
                    backbone,
                    new SimpleDecoding(configuration.embeddingWidth(), init),
                    configuration.reader(vocabularySize, init));
        }
    }
}
