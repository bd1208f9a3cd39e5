package org.crobim.model.crobim;

import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.crobim.lgfa.AggregatedFeatures;
import org.crobim.model.nn.Convolution;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.Linear;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Tensors;

/**
 * The matrix product at the end: two kernels made of language against the pixels at stride 4.
 *
 * <p>k_fg = MLP3 of the [CLS] row, k_bg = MLP3 of the mean of the prompt rows (a learned row where there are none);
 * logits = k . P / sqrt(d) + b. Pixels P mix the decoded map with the finest detail: F where LGFA reaches stride 4, else
 * V_1; the mix is a projection, GELU, a depth-wise 3 x 3 and a second projection. Our reconstruction.
 */
public final class MaskHead extends Layer {
    private final Linear coarse;
    private final Linear detail;
    private final Convolution local;
    private final Linear pixels;
    private final KernelHead foreground;
    private final KernelHead background;
    private final Tensor learnedRow;
    private final Tensor bias;
    private final int pixelWidth;

    /**
     * @param width d, of language rows and of the decoded map
     * @param detailChannels of the map at stride 4
     * @param pixelWidth channels of P
     */
    public record Shape(int width, int detailChannels, int pixelWidth) {}

    /** A head with fresh weights; the biases start where the background wins. */
    public MaskHead(Shape shape, Initializer init) {
        pixelWidth = shape.pixelWidth();
        coarse = child("coarse", new Linear(shape.width(), pixelWidth, init));
        detail = child("detail", new Linear(shape.detailChannels(), pixelWidth, init));
        local = child("local", Convolution.depthwise(pixelWidth, 3, init));
        pixels = child("pixels", new Linear(pixelWidth, pixelWidth, init));
        foreground = child("foreground", new KernelHead(shape.width(), pixelWidth, init));
        background = child("background", new KernelHead(shape.width(), pixelWidth, init));
        learnedRow = parameter("learned_row", init.normal(1, shape.width()));
        bias = parameter("bias", Tensors.floats(new float[] {1.5f, -1.5f}, 2));
    }

    /**
     * The part of the pixels that comes from detail; where detail is the image's own it is computed once per image.
     *
     * @param map (B, h, w, detail channels) at stride 4
     * @return (B, h, w, pixel width)
     */
    public Tensor projectDetail(Tensor map) {
        return detail.forward(map);
    }

    /** As {@link #projectDetail(Tensor)}, of F at stride 4. */
    Tensor projectDetail(AggregatedFeatures features) {
        return features.through(detail);
    }

    /**
     * The language that becomes kernels.
     *
     * @param sentence the [CLS] row (Q, d)
     * @param prompts mean of the prompt rows (Q, d); empty where there are none
     */
    public record Kernels(Tensor sentence, Optional<Tensor> prompts) {}

    /**
     * @param decoded Vg (Q, h8, w8, d)
     * @param detail what {@link #projectDetail} gave, for each question (Q, h, w, pixel width)
     * @return logits (Q, h, w, 2) float32, channel 1 the target; owned by the innermost scope
     */
    public Tensor forward(Tensor decoded, Tensor detail, Kernels language) {
        // Projecting before the resize equals projecting after it, at a quarter of the pixels.
        Tensor up = Ops.resizeBilinear(coarse.forward(decoded), detail.size(1), detail.size(2));
        Tensor hidden = Ops.gelu(up.add(detail));
        Tensor kernels =
                Tensors.stack(1, background.forward(backgroundRow(language)), foreground.forward(language.sentence()));
        Tensor scaled = product(hidden, kernels).mul(new Scalar(1 / Math.sqrt(pixelWidth)));
        return scaled.add(bias).reshape(detail.size(0), detail.size(1), detail.size(2), 2);
    }

    /**
     * k . P with P = W local(hidden) + b + hidden. Only two numbers of each pixel are wanted, so W and b move to the side
     * of the kernels: (W^T k) . local(hidden) + k . b + k . hidden is the same at a fraction of the work.
     *
     * @param kernels k (Q, 2, pixel width)
     * @return (Q, h w, 2) in the dtype of the bias
     */
    private Tensor product(Tensor hidden, Tensor kernels) {
        Tensor folded = Ops.linear(kernels, pixels.weight().t(), Optional.empty());
        Tensor offset = Ops.linear(kernels, pixels.bias().unsqueeze(0), Optional.empty());
        Tensor ofLocal = against(local.forward(hidden), folded);
        return ofLocal.add(against(hidden, kernels)).add(offset.transpose(1, 2).to(bias.scalar_type()));
    }

    /** (Q, h, w, c) against (Q, 2, c), summed up over c. */
    private Tensor against(Tensor map, Tensor kernels) {
        Tensor columns = kernels.to(map.scalar_type()).transpose(1, 2);
        return Ops.batchedProduct(map.flatten(1, 2), columns).to(bias.scalar_type());
    }

    private Tensor backgroundRow(Kernels language) {
        long questions = language.sentence().size(0);
        return language.prompts().orElseGet(() -> learnedRow.unsqueeze(0).expand(questions, -1));
    }

    /** Three-layer perceptron from a language row to a kernel. */
    private static final class KernelHead extends Layer {
        private final Linear first;
        private final Linear second;
        private final Linear third;

        KernelHead(int width, int out, Initializer init) {
            first = child("0", new Linear(width, width, init));
            second = child("1", new Linear(width, width, init));
            third = child("2", new Linear(width, out, init));
        }

        Tensor forward(Tensor row) {
            return third.forward(Ops.gelu(second.forward(Ops.gelu(first.forward(row)))));
        }
    }
}
