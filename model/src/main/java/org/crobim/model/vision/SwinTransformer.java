package org.crobim.model.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Convolution;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.LayerNorm;
import org.crobim.model.vision.VisionConfiguration.Backbone;

/**
 * Swin Transformer (Liu et al. 2021) at any width, depth and window.
 *
 * <p>Parameter names are those of the official checkpoints: {@code patch_embed}, {@code layers.i.blocks.j}, {@code
 * layers.i.downsample}, with stage outputs through {@code norm0..norm3} as in its use for segmentation. Stochastic
 * depth is off unless asked for.
 */
public final class SwinTransformer extends ImageEncoder {
    private static final long PATCH_PIXELS = 4;

    private final List<Integer> channels;
    private final Convolution patches;
    private final LayerNorm patchNorm;
    private final List<SwinStage> stages = new ArrayList<>();
    private final List<LayerNorm> norms = new ArrayList<>();

    /**
     * @param channels of the four stages, doubling from stage to stage
     * @param depths blocks of the four stages
     * @param heads of the four stages
     * @param window side of an attention window in tokens
     */
    public SwinTransformer(
            List<Integer> channels, List<Integer> depths, List<Integer> heads, int window, Initializer init) {
        this(new VisionConfiguration(Backbone.SWIN, channels, depths, heads, window, 0), 0, init);
    }

    /**
     * @param shape of a Swin Transformer
     * @param dropPath stochastic depth of the last block, [0, 1); it grows linearly from 0 at the first one
     * @throws IllegalArgumentException if the shape is that of another family
     */
    public SwinTransformer(VisionConfiguration shape, double dropPath, Initializer init) {
        if (shape.backbone() != Backbone.SWIN) {
            throw new IllegalArgumentException("a Swin Transformer cannot have the shape of " + shape.backbone());
        }
        channels = shape.channels();
        patches = child("patch_embed.proj", Convolution.patches(3, channels.get(0), PATCH_PIXELS, init));
        patchNorm = child("patch_embed.norm", new LayerNorm(channels.get(0), init));
        List<Double> rates = growing(dropPath, shape.depths());
        int first = 0;
        for (int i = 0; i < 4; i++) {
            int depth = shape.depths().get(i);
            SwinStage.Shape stage =
                    new SwinStage.Shape(channels.get(i), depth, shape.heads().get(i), shape.window(), i < 3);
            stages.add(child("layers." + i, new SwinStage(stage, rates.subList(first, first + depth), init)));
            first += depth;
            norms.add(child("norm" + i, new LayerNorm(channels.get(i), init)));
        }
    }

    /** One rate for each block, from 0 to the given one. */
    private static List<Double> growing(double last, List<Integer> depths) {
        int blocks = depths.stream().mapToInt(Integer::intValue).sum();
        return IntStream.range(0, blocks)
                .mapToObj(i -> last * i / Math.max(1, blocks - 1))
                .toList();
    }

    @Override
    public List<Integer> channels() {
        return channels;
    }

    @Override
    public FeaturePyramid forward(Tensor images) {
        Tensor x = embed(images);
        List<Tensor> outputs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            x = stages.get(i).forward(x);
            outputs.add(norms.get(i).forward(x));
            x = i < 3 ? stages.get(i).downsample(x) : x;
        }
        return new FeaturePyramid(outputs);
    }

    /**
     * Patches of 4 x 4 pixels, then layer norm; an image whose sides 4 does not divide is padded with zeros.
     *
     * @param images (B, H, W, 3)
     * @return (B, ceil(H / 4), ceil(W / 4), C_1)
     */
    public Tensor embed(Tensor images) {
        return patchNorm.forward(patches.forward(WindowGrid.padToMultiple(images, PATCH_PIXELS)));
    }

    /** The convolution of {@link #embed}. */
    public Convolution patches() {
        return patches;
    }

    /** The stages, finest first, for networks that let language in between them. */
    public List<SwinStage> stages() {
        return List.copyOf(stages);
    }

    /** The norms of the stage outputs, finest first. */
    public List<LayerNorm> norms() {
        return List.copyOf(norms);
    }
}
