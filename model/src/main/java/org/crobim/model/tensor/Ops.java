package org.crobim.model.tensor;

import java.util.Optional;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The operators that do the work, counted by {@link FlopCounter}; results belong to the innermost scope. */
public final class Ops {
    /** Added to the score of a key that may not be seen: its share of the attention is exactly zero. */
    public static final double HIDDEN = -1e9;

    private static final long[] ONE = {1, 1};
    private static final long[] NONE = {0, 0};

    /** Products of fewer rows are over before several threads have begun. */
    private static final long SHARED_PRODUCT_ROWS = 16;

    private Ops() {}

    /**
     * x W^T + b over the last dimension.
     *
     * @param x (..., in)
     * @param weight (out, in)
     * @param bias (out)
     */
    public static Tensor linear(Tensor x, Tensor weight, Optional<Tensor> bias) {
        FlopCounter.add(x.numel() * weight.size(0));
        TensorOptional offset = bias.map(TensorOptional::new).orElseGet(TensorOptional::new);
        return isShared(x) ? pointwise(x, weight, offset) : torch.linear(x, weight, offset);
    }

    /** Whether several threads share the product: those of oneDNN do, OpenBLAS has one thread ({@link Engine}). */
    private static boolean isShared(Tensor x) {
        return x.numel() / x.size(-1) >= SHARED_PRODUCT_ROWS
                && x.scalar_type().intern() == ScalarType.Float
                && x.is_cpu()
                && !Autocast.active()
                && Engine.threads() > 1;
    }

    /** The same product as a 1 x 1 convolution over one row of pixels, which is oneDNN's. */
    private static Tensor pointwise(Tensor x, Tensor weight, TensorOptional bias) {
        long[] shape = Tensors.shape(x);
        long inputs = weight.size(1);
        Tensor pixels = x.reshape(1, 1, x.numel() / inputs, inputs).permute(0, 3, 1, 2);
        Tensor y = torch.conv2d(pixels, weight.view(weight.size(0), inputs, 1, 1), bias, ONE, NONE, ONE, 1);
        shape[shape.length - 1] = weight.size(0);
        return y.permute(0, 2, 3, 1).reshape(shape);
    }

    /**
     * Batched matrix product.
     *
     * @param a (B, n, k)
     * @param b (B, k, m)
     */
    public static Tensor batchedProduct(Tensor a, Tensor b) {
        FlopCounter.add(a.numel() * b.size(-1));
        return a.bmm(b);
    }

    /**
     * Convolution of channels-last maps.
     *
     * @param x (B, H, W, C)
     * @param weight (out, C / groups, kh, kw)
     * @return (B, H', W', out)
     */
    public static Tensor convolution(Tensor x, Tensor weight, Optional<Tensor> bias, ConvolutionShape shape) {
        // In bfloat16 the weight gradient of a large depth-wise kernel takes half as long again as in single precision.
        if (shape.groups() > 1 && weight.size(2) > 3 && Autocast.active() && GradMode.is_enabled()) {
            try (Autocast off = Autocast.off()) {
                return convolve(x.to(weight.scalar_type()), weight, bias, shape);
            }
        }
        return convolve(x, weight, bias, shape);
    }

    private static Tensor convolve(Tensor x, Tensor weight, Optional<Tensor> bias, ConvolutionShape shape) {
        Tensor channelsFirst = x.permute(0, 3, 1, 2);
        long[] stride = {shape.stride(), shape.stride()};
        long[] padding = {shape.padding(), shape.padding()};
        TensorOptional b = bias.map(TensorOptional::new).orElseGet(TensorOptional::new);
        Tensor y = torch.conv2d(channelsFirst, weight, b, stride, padding, ONE, shape.groups());
        FlopCounter.add(y.numel() * weight.size(1) * weight.size(2) * weight.size(3));
        return y.permute(0, 2, 3, 1);
    }

    /**
     * Stride, padding and groups of a convolution.
     *
     * @param stride pixels, both directions
     * @param padding pixels on each side
     * @param groups 1 for a dense convolution, the channels for a depth-wise one
     */
    public record ConvolutionShape(long stride, long padding, long groups) {}

    /**
     * softmax(q k^T / sqrt(d) + mask) v, in single precision even under {@link Autocast}: bfloat16 attention over short
     * rows is ten times slower on a CPU.
     *
     * @param q (B, h, n, d)
     * @param k (B, h, m, d)
     * @param v (B, h, m, d)
     * @param mask additive, broadcastable to (B, h, n, m), no gradient
     * @return (B, h, n, d)
     */
    public static Tensor attention(Tensor q, Tensor k, Tensor v, Optional<Tensor> mask) {
        return attention(q, k, v, mask, 1 / Math.sqrt(q.size(-1)));
    }

    /**
     * softmax(q k^T scale + mask) v, otherwise as {@link #attention(Tensor, Tensor, Tensor, Optional)}.
     *
     * @param scale of the scores
     */
    public static Tensor attention(Tensor q, Tensor k, Tensor v, Optional<Tensor> mask, double scale) {
        FlopCounter.add(2 * q.numel() * k.size(-2));
        DoubleOptional factor = new DoubleOptional(scale);
        TensorOptional bias = mask.map(TensorOptional::new).orElseGet(TensorOptional::new);
        if (!Autocast.active()) {
            return torch.scaled_dot_product_attention(q, k, v, bias, 0.0, false, factor, false);
        }
        try (Autocast off = Autocast.off()) {
            Tensor wideQ = q.to(ScalarType.Float);
            Tensor wideK = k.to(ScalarType.Float);
            Tensor wideV = v.to(ScalarType.Float);
            return torch.scaled_dot_product_attention(wideQ, wideK, wideV, bias, 0.0, false, factor, false);
        }
    }

    /** Layer norm over the last dimension, in the dtype of the weight. */
    public static Tensor layerNorm(Tensor x, Tensor weight, Tensor bias, double epsilon) {
        Tensor wide = x.scalar_type().intern() == weight.scalar_type().intern() ? x : x.to(weight.scalar_type());
        return torch.layer_norm(
                wide, new long[] {weight.size(0)}, new TensorOptional(weight), new TensorOptional(bias), epsilon, true);
    }

    /** x + gamma * y, gamma one value per channel of the last dimension. */
    public static Tensor addScaled(Tensor x, Tensor y, Tensor gamma) {
        return x.addcmul(y, gamma);
    }

    /** Exact (erf) GELU. */
    public static Tensor gelu(Tensor x) {
        return torch.gelu(x);
    }

    /**
     * Bilinear resize of channels-last maps, align_corners = false.
     *
     * @param x (B, H, W, C)
     * @return (B, height, width, C)
     */
    public static Tensor resizeBilinear(Tensor x, long height, long width) {
        return resize(x, height, width, false);
    }

    /**
     * Bilinear resize of channels-last maps, align_corners = true: the corner pixels keep their values.
     *
     * @param x (B, H, W, C)
     * @return (B, height, width, C)
     */
    public static Tensor resizeBetweenCorners(Tensor x, long height, long width) {
        return resize(x, height, width, true);
    }

    private static Tensor resize(Tensor x, long height, long width, boolean alignCorners) {
        if (x.size(1) == height && x.size(2) == width) {
            return x;
        }
        Tensor y = torch.upsample_bilinear2d(
                x.permute(0, 3, 1, 2),
                new long[] {height, width},
                alignCorners,
                new DoubleOptional(),
                new DoubleOptional());
        return y.permute(0, 2, 3, 1);
    }

    /**
     * Additive attention mask from a keep mask.
     *
     * @param keep (B, m) bool, true where a key may be seen
     * @return (B, 1, 1, m), 0 or {@link #HIDDEN}
     */
    public static Tensor additiveMask(Tensor keep, ScalarType type) {
        Tensor hidden = keep.logical_not().to(type).mul(new Scalar(HIDDEN));
        return hidden.unsqueeze(1).unsqueeze(1);
    }
}
