package org.crobim.model.lgce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.fused.PyramidNeck;
import org.crobim.model.fused.Words;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.nn.Initializer;

/**
 * Language-guided cross-scale enhancement, our reconstruction: from the coarsest stage down, each enhanced map helps the next
 * finer one under the guidance of the words, see {@link ScalePair}. The coarsest stage stays as it is.
 */
final class CrossScaleEnhancement extends PyramidNeck {
    private final List<ScalePair> pairs = new ArrayList<>();

    /**
     * @param shape of the network whose stages are enhanced
     * @param init first values
     */
    CrossScaleEnhancement(LavtConfiguration shape, Initializer init) {
        for (int stage = 0; stage < shape.vision().channels().size() - 1; stage++) {
            int deeper = shape.vision().channels().get(stage + 1);
            pairs.add(child("pairs." + stage, new ScalePair(shape.fusion(stage), deeper, init)));
        }
    }

    @Override
    public String name() {
        return "lgce";
    }

    @Override
    public List<Tensor> forward(List<Tensor> stages, Words words) {
        Tensor[] enhanced = stages.toArray(Tensor[]::new);
        for (int stage = pairs.size() - 1; stage >= 0; stage--) {
            enhanced[stage] = pairs.get(stage).forward(enhanced[stage], enhanced[stage + 1], words);
        }
        return Arrays.asList(enhanced);
    }
}
