package org.crobim.model.vision;

import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.DropPath;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.LayerNorm;
import org.crobim.model.nn.Linear;
import org.crobim.model.tensor.Ops;

/** Window attention and a GELU perceptron, each behind a layer norm and around a residual. */
final class SwinBlock extends Layer {
    private final LayerNorm attentionNorm;
    private final WindowAttention attention;
    private final LayerNorm norm;
    private final Linear expand;
    private final Linear reduce;
    private final DropPath dropPath;

    SwinBlock(SwinStage.Shape shape, double dropPath, Initializer init) {
        int width = shape.width();
        attentionNorm = child("norm1", new LayerNorm(width, init));
        attention = child("attn", new WindowAttention(width, shape.heads(), shape.window(), init));
        norm = child("norm2", new LayerNorm(width, init));
        expand = child("mlp.fc1", new Linear(width, 4L * width, init));
        reduce = child("mlp.fc2", new Linear(4L * width, width, init));
        this.dropPath = child("drop_path", new DropPath(dropPath, init.random()));
    }

    /**
     * @param x (B, H, W, C)
     * @param grid cuts maps of this size
     * @param masking from the bias (1, h, N, N) of positions to that of every window
     * @return (B, H, W, C)
     */
    Tensor forward(Tensor x, WindowGrid grid, UnaryOperator<Tensor> masking) {
        Tensor y = x.add(dropPath.forward(attention.forward(attentionNorm.forward(x), grid, masking)));
        return y.add(dropPath.forward(reduce.forward(Ops.gelu(expand.forward(norm.forward(y))))));
    }
}
