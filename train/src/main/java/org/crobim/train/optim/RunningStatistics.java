package org.crobim.train.optim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.NativeScope;

/**
 * What a network learns without gradients: running means and variances of its batch norms.
 *
 * <p>They are averaged over steps as the weights are, because averaged weights see other statistics than the last ones.
 */
public final class RunningStatistics implements AutoCloseable {
    private final Map<String, Tensor> counts = new LinkedHashMap<>();
    private final FlatBuffer values;
    private final WeightAverage average;

    /**
     * Takes hold of the buffers of a network.
     *
     * @param buffers by name; those that are not whole numbers lie in a buffer of this object until it is closed, and keep
     *     their values then
     * @param decay of the average, as for {@link WeightAverage}
     */
    public RunningStatistics(Map<String, Tensor> buffers, Device device, double decay) {
        Map<String, Tensor> averaged = new LinkedHashMap<>();
        buffers.forEach((name, tensor) -> (tensor.is_floating_point() ? averaged : counts).put(name, tensor));
        values = new FlatBuffer(ParameterLayout.of(averaged, new ParameterGroups(Map.of())), device);
        values.becomeValuesOf(averaged);
        average = new WeightAverage(values, decay);
    }

    /** Takes the present values into the average. */
    public void update() {
        average.update();
    }

    /** The network holds the average until the returned value is closed, which puts the present values back bit for bit. */
    public WeightAverage.Lent lend() {
        return average.lend();
    }

    /** All that must be kept to go on, live, by name; owned by the innermost scope. Empty without batch norms. */
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        values.byName().forEach((name, tensor) -> state.put("statistics." + name, tensor));
        average.average().byName().forEach((name, tensor) -> state.put("statisticsAverage." + name, tensor));
        counts.forEach((name, tensor) -> state.put("statisticsCount." + name, tensor));
        return state;
    }

    /**
     * Goes on from a kept state.
     *
     * @param kept holds at least what {@link #state()} gave
     * @param updatesDone behind it
     */
    public void restore(Map<String, Tensor> kept, long updatesDone) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            state().forEach((name, tensor) -> {
                Tensor stored = kept.get(name);
                if (stored == null) {
                    throw new IllegalArgumentException("%s is missing among %d tensors".formatted(name, kept.size()));
                }
                tensor.copy_(stored);
            });
        }
        average.resumeAfter(updatesDone);
    }

    @Override
    public void close() {
        average.close();
        values.close();
    }
}
