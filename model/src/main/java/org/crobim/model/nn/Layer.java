package org.crobim.model.nn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.tensor.NativeScope;

/**
 * A part of a network that owns parameters and named children.
 *
 * <p>Parameters outlive the scope they were made in and are released by {@link #close()}. Their order and their dotted
 * names are fixed by the constructor; names follow the published checkpoints where such exist.
 */
public abstract class Layer implements AutoCloseable {
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();
    private final Map<String, Layer> children = new LinkedHashMap<>();
    private boolean training;

    /** Registers a trainable tensor; called by constructors only. */
    protected final Tensor parameter(String name, Tensor initial) {
        Tensor kept = NativeScope.keep(initial);
        kept.requires_grad_(true);
        if (parameters.put(name, kept) != null) {
            throw new IllegalStateException("parameter " + name + " registered twice");
        }
        return kept;
    }

    /** Registers a child; called by constructors only. */
    protected final <L extends Layer> L child(String name, L layer) {
        if (children.put(name, layer) != null) {
            throw new IllegalStateException("child " + name + " registered twice");
        }
        return layer;
    }

    /** All parameters of this layer and its children by dotted name, in a fixed order; live, not copies. */
    public final Map<String, Tensor> namedParameters() {
        Map<String, Tensor> all = new LinkedHashMap<>();
        collect("", all);
        return all;
    }

    private void collect(String prefix, Map<String, Tensor> all) {
        parameters.forEach((name, tensor) -> all.put(prefix + name, tensor));
        children.forEach((name, layer) -> layer.collect(prefix + name + ".", all));
    }

    /** Number of trainable values. */
    public final long parameterCount() {
        return namedParameters().values().stream().mapToLong(Tensor::numel).sum();
    }

    /** Switches dropout on or off, here and below; off at birth. */
    public final void setTraining(boolean training) {
        this.training = training;
        children.values().forEach(layer -> layer.setTraining(training));
    }

    /** Whether dropout is on. */
    public final boolean isTraining() {
        return training;
    }

    /** Converts every parameter in place, for example to double for a gradient check. */
    public final void convertTo(ScalarType type) {
        namedParameters().values().forEach(p -> p.set_data(p.detach().to(type)));
    }

    /** Moves every parameter to a device, in place. */
    public final void moveTo(Device device) {
        namedParameters().values().forEach(p -> p.set_data(p.detach().to(device, p.scalar_type())));
    }

    /**
     * Lets this layer's parameters look at the values of another's: one set of weights, two sets of gradients.
     *
     * @param owner a layer of the same configuration, which must live longer
     */
    public final void shareValuesOf(Layer owner) {
        Map<String, Tensor> theirs = owner.namedParameters();
        namedParameters().forEach((name, mine) -> {
            Tensor their = theirs.get(name);
            if (their == null) {
                throw new IllegalArgumentException("the other layer has no parameter " + name);
            }
            mine.set_data(their.detach());
        });
    }

    /** Releases the parameters here and below. */
    @Override
    public void close() {
        parameters.values().forEach(NativeScope::release);
        parameters.clear();
        children.values().forEach(Layer::close);
        children.clear();
    }
}
