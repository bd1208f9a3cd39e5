package org.crobim.model.lavt;

import java.util.Optional;
import org.crobim.model.fused.FusedNetwork;
import org.crobim.model.fused.FusedSwin;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.NativeScope;

/**
 * LAVT and LAVT-One (arXiv 2112.02244). The two are one network; they differ in where a checkpoint keeps BERT and in whether
 * BERT drops values in training, see {@link LavtConfiguration.Noise}.
 */
public final class Lavt extends FusedNetwork {
    private Lavt(FusedSwin backbone, SimpleDecoding classifier, Reader reader) {
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
    public static Lavt create(LavtConfiguration configuration, int vocabularySize, Initializer init) {
        try (NativeScope scope = NativeScope.open()) {
            FusedSwin backbone = new FusedSwin(
                    configuration.swin(init), GatedWordFusion.ofStages(configuration, init), Optional.empty());
            backbone.startAsPublished(init);
            return new Lavt(
                    backbone,
                    new SimpleDecoding(configuration.embeddingWidth(), init),
                    configuration.reader(vocabularySize, init));
        }
    }
}
