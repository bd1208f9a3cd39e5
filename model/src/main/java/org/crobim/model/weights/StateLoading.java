package org.crobim.model.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.error.WeightsException;
import org.crobim.model.nn.Layer;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;

/**
 * Puts the tensors of a file into the parameters and buffers of a layer: by name, shapes checked, all or nothing. Constants
 * of the layer that the file repeats must be equal.
 */
public final class StateLoading {
    private static final int MOST_SHOWN = 3;

    private StateLoading() {}

    /** Loads a file that holds every parameter and buffer and nothing else. */
    public static LoadReport load(Layer layer, WeightsSource file) {
        return load(layer, file, LoadRules.strict());
    }

    /**
     * Loads a file; values are converted to the dtype and device of the parameters.
     *
     * @return what was loaded and what the rules let pass
     * @throws WeightsException if anything differs that the rules do not allow; nothing has changed then
     */
    public static LoadReport load(Layer layer, WeightsSource file, LoadRules rules) {
        Map<String, Tensor> state = layer.namedState();
        Map<String, Tensor> constants = layer.namedConstants();
        LoadReport report = compare(layer, file, rules);
        requireFit(file, rules, report);
        try (NativeScope scope = NativeScope.withoutGradients()) {
            // Everything is read before the first parameter changes: a disk may still fail half way.
            Map<String, Tensor> values = new LinkedHashMap<>();
            report.loaded().forEach(name -> values.put(name, file.read(rules.prefix() + name)));
            constants.keySet().retainAll(values.keySet());
            constants.forEach((name, constant) ->
                    requireEqual(file, name, constant, Objects.requireNonNull(values.remove(name))));
            values.forEach((name, value) ->
                    Objects.requireNonNull(state.get(name)).detach().copy_(value));
        }
        return report;
    }

    /** Compares names and shapes; reads no values and changes nothing. */
    public static LoadReport compare(Layer layer, WeightsSource file, LoadRules rules) {
        Map<String, Tensor> expectedTensors = layer.namedState();
        Map<String, Tensor> constants = layer.namedConstants();
        expectedTensors.putAll(constants);
        Set<String> unexpected = new TreeSet<>();
        file.names().stream()
                .filter(name -> name.startsWith(rules.prefix()))
                .forEach(name -> unexpected.add(name.substring(rules.prefix().length())));
        List<String> loaded = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<LoadReport.Mismatch> mismatched = new ArrayList<>();
        expectedTensors.forEach((name, tensor) -> {
            if (!unexpected.remove(name)) {
                if (!constants.containsKey(name)) {
                    missing.add(name);
                }
                return;
            }
            StoredTensor stored = file.stored(rules.prefix() + name);
            List<Long> expected = Arrays.stream(Tensors.shape(tensor)).boxed().toList();
            if (stored.type().floating() == tensor.is_floating_point()
                    && stored.shape().equals(expected)) {
                loaded.add(name);
            } else {
                mismatched.add(new LoadReport.Mismatch(name, stored.describe(), StoredTensor.describe(expected)));
            }
        });
        return new LoadReport(loaded, missing, List.copyOf(unexpected), mismatched);
    }

    private static void requireEqual(WeightsSource file, String name, Tensor constant, Tensor found) {
        if (!found.to(constant.device(), constant.scalar_type()).equal(constant)) {
            throw new WeightsException(
                    "%s: %s does not hold what the shape of the network gives. Nothing was loaded. The file is damaged, or numbers its windows in another way."
                            .formatted(file.path(), name));
        }
    }

    /**
     * Refuses what {@link #compare} found and the rules do not allow.
     *
     * @throws WeightsException with the first differences
     */
    public static void requireFit(WeightsSource file, LoadRules rules, LoadReport report) {
        List<String> problems = new ArrayList<>();
        report.mismatched()
                .forEach(m -> problems.add("%s is %s, expected %s".formatted(m.name(), m.found(), m.expected())));
        report.missing().stream()
                .filter(rules.mayBeMissing().negate())
                .forEach(name -> problems.add(name + " is missing"));
        report.unexpected().stream()
                .filter(rules.mayBeUnexpected().negate())
                .forEach(name -> problems.add(name + " is not known to this network"));
        if (!problems.isEmpty()) {
            int all = report.loaded().size()
                    + report.mismatched().size()
                    + report.missing().size()
                    + report.unexpected().size();
            throw new WeightsException(
                    "%s: %d of %d tensors do not fit. %s. Nothing was loaded. The file belongs to a network of another shape."
                            .formatted(file.path(), problems.size(), all, first(problems)));
        }
    }

    private static String first(List<String> problems) {
        int shown = Math.min(MOST_SHOWN, problems.size());
        String named = String.join("; ", problems.subList(0, shown));
        return shown == problems.size() ? named : "%s; and %d more".formatted(named, problems.size() - shown);
    }
}
