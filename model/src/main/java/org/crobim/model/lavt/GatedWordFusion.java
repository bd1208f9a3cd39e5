package org.crobim.model.lavt;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.fused.StageFusion;
import org.crobim.model.fused.Words;
import org.crobim.model.nn.Initializer;

/** LAVT's fusion: pixels gather words, and a gate lets a part of what they found into the next stage. */
public final class GatedWordFusion extends StageFusion {
    private final PixelWordAttentionModule attention;
    private final ResidualGate gate;

    /**
     * @param shape sizes of the attention; the gate has its width
     * @param init first values
     */
    public GatedWordFusion(PixelWordAttentionModule.Shape shape, Initializer init) {
        attention = child("fusion", new PixelWordAttentionModule(shape, init));
        gate = child("res_gate", new ResidualGate(shape.width(), init));
    }

    /** One for each stage of a network, finest first. */
    public static List<GatedWordFusion> ofStages(LavtConfiguration configuration, Initializer init) {
        return IntStream.range(0, configuration.fusionHeads().size())
                .mapToObj(stage -> new GatedWordFusion(configuration.fusion(stage), init))
                .toList();
    }

    @Override
    public Tensor gather(Tensor map, Words words) {
        return attention.forward(map, words);
    }

    @Override
    public Tensor pass(Tensor map, Tensor gathered) {
        return gate.add(map, gathered);
    }
}
