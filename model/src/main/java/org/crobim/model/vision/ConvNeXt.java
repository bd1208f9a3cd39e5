package org.crobim.model.vision;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Convolution;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.LayerNorm;
import org.crobim.model.nn.Linear;
import org.crobim.model.tensor.Ops;

/**
 * ConvNeXt (Liu et al. 2022) at any width and depth.
 *
 * <p>Parameter names are those of the official checkpoints: {@code downsample_layers.i.j}, {@code
 * stages.i.j.{dwconv,norm,pwconv1,pwconv2,gamma}}, with stage outputs through {@code norm0..norm3} as in its use for
 * segmentation.
 */
public final class ConvNeXt extends ImageEncoder {
    private static final int COARSEST_STRIDE = 32;
    private static final double EPSILON = 1e-6;

    private final List<Integer> channels;
    private final Stem stem;
    private final List<Downsampling> downsamplings = new ArrayList<>();
    private final List<List<Block>> stages = new ArrayList<>();
    private final List<LayerNorm> norms = new ArrayList<>();

    /**
     * @param channels of the four stages
     * @param depths blocks of the four stages
     * @param layerScale first value of every gamma; 1e-6 in the paper, 0.1 when trained from scratch on little data
     */
    public ConvNeXt(List<Integer> channels, List<Integer> depths, double layerScale, Initializer init) {
        this.channels = List.copyOf(channels);
        stem = child("downsample_layers.0", new Stem(channels.get(0), init));
        for (int i = 1; i < 4; i++) {
            downsamplings.add(
                    child("downsample_layers." + i, new Downsampling(channels.get(i - 1), channels.get(i), init)));
        }
        for (int i = 0; i < 4; i++) {
            List<Block> blocks = new ArrayList<>();
            for (int j = 0; j < depths.get(i); j++) {
                blocks.add(child("stages." + i + "." + j, new Block(channels.get(i), layerScale, init)));
            }
            stages.add(blocks);
            norms.add(child("norm" + i, new LayerNorm(channels.get(i), EPSILON, init)));
        }
    }

    @Override
    public List<Integer> channels() {
        return channels;
    }

    @Override
    public FeaturePyramid forward(Tensor images) {
        long height = images.size(1);
        long width = images.size(2);
        Tensor x = stem.forward(WindowGrid.padToMultiple(images, COARSEST_STRIDE));
        List<Tensor> outputs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            x = i == 0 ? x : downsamplings.get(i - 1).forward(x);
            for (Block block : stages.get(i)) {
                x = block.forward(x);
            }
            long stride = 4L << i;
            outputs.add(norms.get(i).forward(cropped(x, ceilDiv(height, stride), ceilDiv(width, stride))));
        }
        return new FeaturePyramid(outputs);
    }

    private static Tensor cropped(Tensor x, long height, long width) {
        return x.size(1) == height && x.size(2) == width
                ? x
                : x.narrow(1, 0, height).narrow(2, 0, width);
    }

    private static long ceilDiv(long value, long divisor) {
        return (value + divisor - 1) / divisor;
    }

    /** Patches of 4 x 4 pixels, then layer norm. */
    private static final class Stem extends Layer {
        private final Convolution patches;
        private final LayerNorm norm;

        Stem(int out, Initializer init) {
            patches = child("0", Convolution.patches(3, out, 4, init));
            norm = child("1", new LayerNorm(out, EPSILON, init));
        }

        Tensor forward(Tensor images) {
            return norm.forward(patches.forward(images));
        }
    }

    /** Layer norm, then patches of 2 x 2. */
    private static final class Downsampling extends Layer {
        private final LayerNorm norm;
        private final Convolution patches;

        Downsampling(int in, int out, Initializer init) {
            norm = child("0", new LayerNorm(in, EPSILON, init));
            patches = child("1", Convolution.patches(in, out, 2, init));
        }

        Tensor forward(Tensor x) {
            return patches.forward(norm.forward(x));
        }
    }

    /** Depth-wise 7 x 7, layer norm, four times wider perceptron, layer scale, around a residual. */
    private static final class Block extends Layer {
        private final Convolution depthwise;
        private final LayerNorm norm;
        private final Linear expand;
        private final Linear reduce;
        private final Tensor gamma;

        Block(int width, double layerScale, Initializer init) {
            depthwise = child("dwconv", Convolution.depthwise(width, 7, init));
            norm = child("norm", new LayerNorm(width, EPSILON, init));
            expand = child("pwconv1", new Linear(width, 4L * width, init));
            reduce = child("pwconv2", new Linear(4L * width, width, init));
            gamma = parameter("gamma", init.constant(layerScale, width));
        }

        Tensor forward(Tensor x) {
            Tensor y = norm.forward(depthwise.forward(x));
            return Ops.addScaled(x, reduce.forward(Ops.gelu(expand.forward(y))), gamma);
        }
    }
}
