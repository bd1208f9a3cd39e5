package org.crobim.model.crobim.lgfa;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crobim.model.nn.Convolution;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Ops.ConvolutionShape;

/**
 * DW3(Z) + DW5(Z) + DW7(Z), executed as one 7 x 7 convolution: equal by linearity, at a third of the memory traffic.
 */
final class MergedDepthwise extends Layer {
    private static final int SIDE = 7;

    private final Convolution three;
    private final Convolution five;
    private final Convolution seven;
    private final int width;

    /**
     * @param width channels
     */
    MergedDepthwise(int width, Initializer init) {
        this.width = width;
        three = child("three", Convolution.depthwise(width, 3, init));
        five = child("five", Convolution.depthwise(width, 5, init));
        seven = child("seven", Convolution.depthwise(width, SIDE, init));
    }

    /**
     * @param x (B, H, W, width)
     * @return the same shape
     */
    Tensor forward(Tensor x) {
        Tensor weight = seven.weight().add(padded(five.weight())).add(padded(three.weight()));
        Tensor bias = seven.bias().add(five.bias()).add(three.bias());
        return Ops.convolution(x, weight, Optional.of(bias), new ConvolutionShape(1, SIDE / 2, width));
    }

    private static Tensor padded(Tensor kernel) {
        long border = (SIDE - kernel.size(2)) / 2;
        return torch.constant_pad_nd(kernel, border, border, border, border);
    }
}
