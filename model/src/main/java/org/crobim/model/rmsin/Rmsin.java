package org.crobim.model.rmsin;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crobim.model.fused.FusedNetwork;
import org.crobim.model.fused.FusedSwin;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.lavt.SimpleDecoding;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.NativeScope;

/**
 * RMSIN (arXiv 2312.12470): LAVT whose stages also weigh their places, whose stage outputs exchange what they see, and whose
 * decoder turns its kernels to the image.
 */
public final class Rmsin extends FusedNetwork {
    private Rmsin(FusedSwin backbone, SimpleDecoding classifier, Reader reader) {
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
    public static Rmsin create(RmsinConfiguration configuration, int vocabularySize, Initializer init) {
        LavtConfiguration shared = configuration.shared();
        try (NativeScope scope = NativeScope.open()) {
            List<IntraScaleInteraction> fusions = IntStream.range(0, 4)
                    .mapToObj(stage -> new IntraScaleInteraction(shared.fusion(stage), init))
                    .toList();
            CrossScaleInteraction neck =
                    new CrossScaleInteraction(configuration.vision().channels(), configuration.gridSide(), init);
            FusedSwin backbone = new FusedSwin(shared.swin(init), fusions, Optional.of(neck));
            backbone.startAsPublished(init);
            return new Rmsin(backbone, decoder(configuration, init), shared.reader(vocabularySize, init));
        }
    }

    private static SimpleDecoding decoder(RmsinConfiguration configuration, Initializer init) {
        return new SimpleDecoding(
                configuration.shared().embeddingWidth(),
                width -> new AdaptiveRotatedConvolution(
                        new AdaptiveRotatedConvolution.Layout(width, width, 1, configuration.routingDropout()), init),
                init);
    }
}
