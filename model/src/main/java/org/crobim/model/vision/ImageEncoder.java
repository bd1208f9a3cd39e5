package org.crobim.model.vision;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Layer;

/** An image encoder that sees no language. */
public abstract class ImageEncoder extends Layer {
    /**
     * Encodes a batch of images of any height and width; padding happens inside and is cut off again.
     *
     * @param images (B, H, W, 3) float32, normalised with the mean and standard deviation of the weights
     * @return four maps, owned by the innermost scope
     */
    public abstract FeaturePyramid forward(Tensor images);

    /** Channels of V_1 .. V_4. */
    public abstract List<Integer> channels();
}
