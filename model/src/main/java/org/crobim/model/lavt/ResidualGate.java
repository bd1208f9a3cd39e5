package org.crobim.model.lavt;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.tensor.Ops;

/**
 * The language gate (arXiv 2112.02244, section 3.3): tanh(W_2 relu(W_1 r)), without offsets, decides how much of a residual r
 * joins the map.
 */
public final class ResidualGate extends Layer {
    private final Tensor first;
    private final Tensor second;

    /**
     * @param width channels of the residual
     */
    public ResidualGate(int width, Initializer init) {
        first = parameter("0.weight", init.normal(0.02, width, width));
        second = parameter("2.weight", init.normal(0.02, width, width));
    }

    /**
     * map + gate(residual) * residual.
     *
     * @param map (B, H, W, C)
     * @param residual (B, H, W, C)
     * @return (B, H, W, C), owned by the innermost scope
     */
    public Tensor add(Tensor map, Tensor residual) {
        Tensor hidden = Ops.linear(residual, first, Optional.empty()).relu_();
        return map.addcmul(Ops.linear(hidden, second, Optional.empty()).tanh_(), residual);
    }
}
