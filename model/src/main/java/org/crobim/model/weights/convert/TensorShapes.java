package org.crobim.model.weights.convert;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.crobim.core.error.WeightsException;
import org.crobim.model.nn.Layer;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.weights.WeightsSource;

/** Reads the sizes of a network off the names and shapes of its tensors. */
final class TensorShapes {
    private final WeightsSource weights;
    private final SortedSet<String> names;

    TensorShapes(WeightsSource weights) {
        this.weights = weights;
        names = weights.names();
    }

    /** Size of a dimension of a tensor. */
    int size(String name, int dimension) {
        List<Long> shape = names.contains(name) ? weights.stored(name).shape() : List.of();
        if (dimension >= shape.size() || shape.get(dimension) < 1 || shape.get(dimension) > Integer.MAX_VALUE) {
            throw new WeightsException(
                    "%s: %s is %s, but its size %d tells the shape of the network. The file belongs to another network."
                            .formatted(
                                    weights.path(),
                                    name,
                                    names.contains(name) ? weights.stored(name).describe() : "missing",
                                    dimension + 1));
        }
        return shape.get(dimension).intValue();
    }

    /** How many numbers, from 0 on, follow a prefix. */
    int count(String prefix) {
        int count = 0;
        while (hasAny(prefix + count + ".")) {
            count++;
        }
        if (count == 0) {
            throw new WeightsException("%s: no tensor is named %s0. The file belongs to another network."
                    .formatted(weights.path(), prefix));
        }
        return count;
    }

    private boolean hasAny(String prefix) {
        SortedSet<String> from = names.tailSet(prefix);
        return !from.isEmpty() && from.first().startsWith(prefix);
    }

    /** Shapes of everything that a layer loads. */
    static Map<String, List<Long>> of(Layer layer) {
        return layer.namedState().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> shape(Tensors.shape(entry.getValue()))));
    }

    private static List<Long> shape(long... sizes) {
        return Arrays.stream(sizes).boxed().toList();
    }
}
