package org.crobim.model.vision;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.NativeScope;

/**
 * What an image encoder sees, V_1 .. V_4 in the notation of the specification: depends on the image alone.
 *
 * @param stages four maps (B, ceil(H / s), ceil(W / s), C_l) float32 for s = 4, 8, 16, 32, finest first
 */
public record FeaturePyramid(List<Tensor> stages) {
    /** Checks the number of stages. */
    public FeaturePyramid {
        stages = List.copyOf(stages);
        if (stages.size() != 4) {
            throw new IllegalArgumentException("a feature pyramid has 4 stages, got " + stages.size());
        }
    }

    /**
     * The map V_l.
     *
     * @param stage 1 (stride 4) .. 4 (stride 32)
     */
    public Tensor stage(int stage) {
        return stages.get(stage - 1);
    }

    /** Lets all maps outlive their scope; release with {@link #release()}. */
    public FeaturePyramid keep() {
        stages.forEach(NativeScope::keep);
        return this;
    }

    /** Releases maps that were kept. */
    public void release() {
        stages.forEach(NativeScope::release);
    }
}
