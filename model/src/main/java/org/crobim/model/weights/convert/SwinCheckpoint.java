package org.crobim.model.weights.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.core.error.WeightsException;
import org.crobim.model.vision.VisionConfiguration;
import org.crobim.model.weights.StoredTensor;
import org.crobim.model.weights.WeightsSource;

/**
 * Official Swin Transformer checkpoints: files of the classifiers ({@code swin_base_patch4_window12_384_22k.pth}), of networks built
 * around a backbone, and of MoBY.
 *
 * <p>The rules are those of the loader that LAVT and RMSIN use. It looks at the first key of the file for {@code backbone.}; here any
 * key counts, as files do not keep an order.
 */
final class SwinCheckpoint {
    private static final String TABLE = "relative_position_bias_table";
    private static final String LEFT_OUT =
            "(norm|head)\\.(weight|bias)|layers\\.\\d+\\.blocks\\.\\d+\\.attn_mask|.*\\.relative_position_index";

    private SwinCheckpoint() {}

    /** The rule for a file with these names. */
    static NameRule rule(Set<String> names) {
        NameRule selection = StateSelection.rule(names);
        List<String> selected = names.stream()
                .flatMap(name -> selection.apply(name).stream())
                .sorted()
                .toList();
        NameRule rule = selection;
        if (selected.stream().anyMatch(name -> name.startsWith("backbone."))) {
            rule = rule.then(NameRule.only("backbone."));
        } else if (!selected.isEmpty() && selected.get(0).startsWith("encoder")) {
            rule = rule.then(NameRule.only("encoder."));
        }
        return rule.then(NameRule.leaveOut(LEFT_OUT));
    }

    /** Whether a parameter of ours is new in every official checkpoint: the norms of the stage outputs. */
    static boolean startsFresh(String parameter) {
        return parameter.matches("norm[0-3]\\.(weight|bias)");
    }

    /**
     * The shape of the network whose weights these are, window from the tables: 529 rows are 23 x 23 offsets of a window of 12.
     *
     * @param weights under our names
     * @throws WeightsException if they are no Swin Transformer
     */
    static VisionConfiguration shape(WeightsSource weights) {
        TensorShapes shapes = new TensorShapes(weights);
        List<Integer> depths = new ArrayList<>();
        List<Integer> heads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            depths.add(shapes.count("layers." + i + ".blocks."));
            heads.add(shapes.size(table(i), 1));
        }
        int side = side(weights, table(0));
        return VisionConfiguration.swin(shapes.size("patch_embed.proj.weight", 0), depths, heads, (side + 1) / 2);
    }

    private static String table(int stage) {
        return "layers.%d.blocks.0.attn.%s".formatted(stage, TABLE);
    }

    /**
     * Brings the tables of relative positions to the windows of a network, bicubically on their square grid; a table of another
     * number of heads is passed over.
     *
     * @param weights under our names
     * @param expected shapes of the network's parameters
     */
    static FittedWeights fit(WeightsSource weights, Map<String, List<Long>> expected) {
        FittedWeights fitted = new FittedWeights(weights);
        for (String name : weights.names()) {
            List<Long> found = weights.stored(name).shape();
            List<Long> wanted = expected.getOrDefault(name, found);
            if (!name.endsWith(TABLE) || found.equals(wanted) || found.size() != 2 || wanted.size() != 2) {
                continue;
            }
            if (found.get(1).equals(wanted.get(1))) {
                int from = side(weights, name);
                int to = (int) Math.round(Math.sqrt(wanted.get(0)));
                fitted.change(
                        name,
                        wanted,
                        resizing(from, to),
                        "%s resized from %d x %d to %d x %d offsets".formatted(name, from, from, to, to));
            } else {
                fitted.skip(
                        name,
                        "%s has %d heads, the network %d: it starts with values of its own"
                                .formatted(name, found.get(1), wanted.get(1)));
            }
        }
        return fitted;
    }

    private static int side(WeightsSource weights, String name) {
        StoredTensor table = weights.stored(name);
        long rows = table.shape().isEmpty() ? 0 : table.shape().get(0);
        int side = (int) Math.round(Math.sqrt(rows));
        if (table.shape().size() != 2 || (long) side * side != rows || side % 2 == 0) {
            throw new WeightsException(
                    "%s: %s is %s, expected (2w-1)^2 rows for a window of w. The file is damaged or no Swin."
                            .formatted(weights.path(), name, table.describe()));
        }
        return side;
    }

    /** From (from * from, heads) to (to * to, heads) as PyTorch's bicubic interpolation without aligned corners does. */
    private static UnaryOperator<Tensor> resizing(int from, int to) {
        return table -> {
            ScalarType type = table.scalar_type();
            Tensor grid = table.to(ScalarType.Float).permute(1, 0).reshape(1, table.size(1), from, from);
            return torch.upsample_bicubic2d(grid, new long[] {to, to}, false)
                    .reshape(table.size(1), (long) to * to)
                    .permute(1, 0)
                    .contiguous()
                    .to(type);
        };
    }
}
