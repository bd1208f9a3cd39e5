package org.crobim.model.crobim;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.Linear;
import org.crobim.model.tensor.Ops;
import org.crobim.model.vision.FeaturePyramid;

/**
 * An auxiliary task for the image encoder, dropped after training: the class of every pixel, from a top-down sum of all
 * stages. Our extension.
 */
public final class CategoryHead extends Layer {
    private final List<Linear> projections = new ArrayList<>();
    private final Linear classify;

    /**
     * @param channels of the four image stages
     * @param width of the sum
     * @param classes with the background
     */
    public CategoryHead(List<Integer> channels, int width, int classes, Initializer init) {
        for (int i = 0; i < channels.size(); i++) {
            projections.add(child("project." + (i + 1), new Linear(channels.get(i), width, init)));
        }
        classify = child("classify", new Linear(width, classes, init));
    }

    /**
     * @param pyramid V_1 .. V_4
     * @return logits (B, H/4, W/4, classes)
     */
    public Tensor forward(FeaturePyramid pyramid) {
        Tensor sum = projections.get(3).forward(pyramid.stage(4));
        for (int l = 3; l >= 1; l--) {
            Tensor fine = projections.get(l - 1).forward(pyramid.stage(l));
            sum = fine.add(Ops.resizeBilinear(sum, fine.size(1), fine.size(2)));
        }
        return classify.forward(Ops.gelu(sum));
    }
}
