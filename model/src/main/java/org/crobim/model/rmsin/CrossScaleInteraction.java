package org.crobim.model.rmsin;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crobim.model.fused.PyramidNeck;
import org.crobim.model.fused.Words;
import org.crobim.model.nn.BatchNorm;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.MapLayer;
import org.crobim.model.nn.Pointwise;
import org.crobim.model.tensor.Tensors;

/**
 * The four stages exchange what they see on one small grid (CIM of RMSIN), and each takes of it through a gate.
 *
 * <p>The published network averages all stages to the size of the coarsest and works at 480 x 480 pixels alone, because one
 * matrix belongs to a grid of 15 x 15. Our generalisation: the grid keeps the side that the weights were made for, whatever
 * the size of the image; every stage, the coarsest too, is averaged to it (adaptive pooling, which repeats cells where the
 * map is smaller than the grid), and the gates resample it to each stage as they always do. At 480 x 480 nothing changes.
 */
public final class CrossScaleInteraction extends PyramidNeck {
    /** Share of the channels of all stages that are left on the grid. */
    private static final int REDUCTION = 4;

    private final List<Integer> channels;
    private final InteractionGrid grid;
    private final Pointwise reduce;
    private final Block block;
    private final BatchNorm norm;
    private final Pointwise expand;
    private final List<ScaleAwareGate> gates = new ArrayList<>();

    /**
     * @param channels of the four stages, each divisible by 4
     * @param gridSide cells a side of the grid; the weights belong to it
     * @param init first values
     */
    public CrossScaleInteraction(List<Integer> channels, int gridSide, Initializer init) {
        this.channels = List.copyOf(channels);
        grid = new InteractionGrid(gridSide);
        int width = channels.stream().mapToInt(Integer::intValue).sum();
        List<Integer> parts = channels.stream().map(c -> c / REDUCTION).toList();
        reduce = child("down_channel", Pointwise.ofMaps(width, width / REDUCTION, init));
        block = child("block.0", new Block(parts, grid, init));
        norm = child("bn", new BatchNorm(width / REDUCTION, init));
        expand = child("up_channel", Pointwise.ofMaps(width / REDUCTION, width, init));
        for (int i = 0; i < channels.size(); i++) {
            gates.add(child("fusion." + i, new ScaleAwareGate(channels.get(i), init)));
        }
    }

    @Override
    public String name() {
        return "cim";
    }

    @Override
    public List<Tensor> forward(List<Tensor> stages, Words words) {
        return forward(stages);
    }

    /**
     * The words have been heard: only the maps take part.
     *
     * @param stages (B, H_l, W_l, C_l), finest first
     * @return maps of the same shapes, owned by the innermost scope
     */
    List<Tensor> forward(List<Tensor> stages) {
        Tensor[] pooled = stages.stream().map(this::onGrid).toArray(Tensor[]::new);
        Tensor exchanged = block.forward(reduce.forward(Tensors.cat(-1, pooled)));
        TensorVector shares = expand.forward(norm.forward(exchanged)).split_with_sizes(sizes(channels), -1);
        List<Tensor> outputs = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            outputs.add(gates.get(i).forward(stages.get(i), shares.get(i)));
        }
        return outputs;
    }

    private Tensor onGrid(Tensor stage) {
        Tensor pooled = torch.adaptive_avg_pool2d(stage.permute(0, 3, 1, 2), grid.side(), grid.side());
        return pooled.permute(0, 2, 3, 1);
    }

    private static long[] sizes(List<Integer> channels) {
        return channels.stream().mapToLong(Integer::longValue).toArray();
    }

    /** Four residual units: attention, within each scale, attention, all scales. */
    private static final class Block extends Layer {
        private final CrossScaleAttention firstAttention;
        private final WithinScales withinScales;
        private final CrossScaleAttention secondAttention;
        private final GroupedFeedForward acrossScales;

        Block(List<Integer> parts, InteractionGrid grid, Initializer init) {
            int width = parts.stream().mapToInt(Integer::intValue).sum();
            firstAttention = child("csa1.m", new CrossScaleAttention(width, grid, init));
            withinScales = child("intra_ff.m", new WithinScales(parts, init));
            secondAttention = child("csa2.m", new CrossScaleAttention(width, grid, init));
            acrossScales = child("ff.m", new GroupedFeedForward(width, init));
        }

        Tensor forward(Tensor x) {
            Tensor y = x;
            for (MapLayer unit : List.of(firstAttention, withinScales, secondAttention, acrossScales)) {
                y = y.add(unit.forward(y));
            }
            return y;
        }
    }

    /** A perceptron for the channels of each scale, around a residual of its own. */
    private static final class WithinScales extends MapLayer {
        private final List<Integer> parts;
        private final List<GroupedFeedForward> perceptrons = new ArrayList<>();

        WithinScales(List<Integer> parts, Initializer init) {
            this.parts = parts;
            for (int i = 0; i < parts.size(); i++) {
                perceptrons.add(child("ff" + (i + 1) + ".m", new GroupedFeedForward(parts.get(i), init)));
            }
        }

        @Override
        public Tensor forward(Tensor x) {
            TensorVector scales = x.split_with_sizes(sizes(parts), -1);
            Tensor[] seen = new Tensor[parts.size()];
            for (int i = 0; i < seen.length; i++) {
                seen[i] = scales.get(i).add(perceptrons.get(i).forward(scales.get(i)));
            }
            return Tensors.cat(-1, seen);
        }
    }
}
