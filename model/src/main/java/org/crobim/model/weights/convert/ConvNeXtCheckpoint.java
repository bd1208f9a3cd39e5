package org.crobim.model.weights.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crobim.model.vision.VisionConfiguration;
import org.crobim.model.weights.WeightsSource;

/**
 * Official ConvNeXt checkpoints ({@code {'model': ..}} with {@code downsample_layers, stages, norm, head}), and files of networks built
 * around such a backbone. The classifier and the norm before it are left out.
 */
final class ConvNeXtCheckpoint {
    private ConvNeXtCheckpoint() {}

    /** The rule for a file with these names. */
    static NameRule rule(Set<String> names) {
        NameRule selection = StateSelection.rule(names);
        boolean isBackbone = names.stream()
                .flatMap(name -> selection.apply(name).stream())
                .anyMatch(name -> name.startsWith("backbone."));
        NameRule rule = isBackbone ? selection.then(NameRule.only("backbone.")) : selection;
        return rule.then(NameRule.leaveOut("(norm|head)\\.(weight|bias)"));
    }

    /** Whether a parameter of ours is new in every official checkpoint: the norms of the stage outputs. */
    static boolean startsFresh(String parameter) {
        return SwinCheckpoint.startsFresh(parameter);
    }

    /** The shape of the network whose weights these are, under our names. */
    static VisionConfiguration shape(WeightsSource weights) {
        TensorShapes shapes = new TensorShapes(weights);
        List<Integer> channels = new ArrayList<>();
        List<Integer> depths = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            channels.add(shapes.size("stages.%d.0.gamma".formatted(i), 0));
            depths.add(shapes.count("stages." + i + "."));
        }
        return VisionConfiguration.convNeXt(channels, depths);
    }
}
