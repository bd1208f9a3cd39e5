package org.crobim.model.fused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Convolution;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.vision.SwinTransformer;

/**
 * A Swin Transformer that hears the sentence after each of its stages (arXiv 2112.02244, figure 2).
 *
 * <p>A stage hands the normalised residual that its pixels gathered from the words to the decoder, not its own map; the map
 * plus the gated residual goes on to the next stage.
 */
public final class FusedSwin extends Layer {
    private static final double START_DEVIATION = 0.02;

    private final SwinTransformer swin;
    private final List<StageFusion> fusions;
    private final Optional<PyramidNeck> neck;

    /**
     * @param swin image encoder
     * @param fusions one for each of its stages, finest first
     * @param neck what the stage outputs go through; empty: nothing
     */
    public FusedSwin(SwinTransformer swin, List<? extends StageFusion> fusions, Optional<? extends PyramidNeck> neck) {
        if (fusions.size() != swin.stages().size()) {
            throw new IllegalArgumentException("%d fusions for %d stages"
                    .formatted(fusions.size(), swin.stages().size()));
        }
        this.swin = child("", swin);
        this.fusions = List.copyOf(fusions);
        for (int i = 0; i < fusions.size(); i++) {
            child("layers." + i, this.fusions.get(i));
        }
        this.neck = neck.map(layer -> child(layer.name(), layer));
    }

    /**
     * First values as the originals draw them before they load a pretrained Swin: every matrix from a normal distribution of
     * deviation 0.02, cut at 100 deviations, which is as good as not cut; the patches as any of PyTorch's convolutions.
     */
    public void startAsPublished(Initializer init) {
        if (init.shapesOnly()) {
            return;
        }
        namedParameters().forEach((name, parameter) -> {
            if (name.endsWith(".weight") && parameter.dim() == 2) {
                init.random().fillNormal(parameter.detach(), 0, START_DEVIATION);
            }
        });
        Convolution patches = swin.patches();
        double bound = 1
                / Math.sqrt(patches.weight().numel() / (double) patches.weight().size(0));
        init.random().fillUniform(patches.weight().detach(), -bound, bound);
        init.random().fillUniform(patches.bias().detach(), -bound, bound);
    }

    /**
     * Encodes images together with a sentence each.
     *
     * @param images (B, H, W, 3), normalised; any H and W
     * @param words B sentences
     * @return four maps (B, ceil(H / s), ceil(W / s), C_i) for s = 4, 8, 16, 32: what the decoder receives
     */
    public List<Tensor> forward(Tensor images, Words words) {
        List<Tensor> outputs = new ArrayList<>();
        Tensor x = swin.embed(images);
        for (int i = 0; i < fusions.size(); i++) {
            x = swin.stages().get(i).forward(x);
            Tensor gathered = fusions.get(i).gather(x, words);
            outputs.add(swin.norms().get(i).forward(gathered));
            if (i < fusions.size() - 1) {
                x = swin.stages().get(i).downsample(fusions.get(i).pass(x, gathered));
            }
        }
        return neck.isPresent() ? neck.get().forward(outputs, words) : outputs;
    }
}
