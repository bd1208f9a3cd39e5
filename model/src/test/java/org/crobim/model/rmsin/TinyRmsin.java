package org.crobim.model.rmsin;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.lavt.LavtConfiguration.Noise;
import org.crobim.model.lavt.LavtConfiguration.TextShape;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TokenBatch;
import org.crobim.model.vision.VisionConfiguration;

/** The smallest RMSIN that has every part of the large one. */
final class TinyRmsin {
    static final int VOCABULARY = 12;

    private TinyRmsin() {}

    static RmsinConfiguration shape(int gridSide) {
        LavtConfiguration lavt = new LavtConfiguration(
                "tiny test",
                VisionConfiguration.swin(4, List.of(2, 1, 1, 1), List.of(1, 2, 2, 2), 2),
                List.of(1, 2, 1, 1),
                new TextShape(1, 8, 2, 16, 8, 8, false),
                Noise.NONE,
                64);
        return RmsinConfiguration.of(lavt, 0, gridSide);
    }

    static Rmsin network(int gridSide, RandomStream random) {
        return Rmsin.create(shape(gridSide), VOCABULARY, new Initializer(random));
    }

    /** Two sentences, of five words and of three. */
    static TokenBatch sentences() {
        return new TokenBatch(
                Tensors.longs(new long[] {2, 7, 9, 4, 3, 2, 8, 3, 0, 0}, 2, 5),
                Tensors.booleans(new boolean[] {true, true, true, true, true, true, true, true, false, false}, 2, 5));
    }

    static Tensor images(RandomStream random, long height, long width) {
        return random.fillNormal(Tensors.zeros(2, height, width, 3), 0, 1);
    }
}
