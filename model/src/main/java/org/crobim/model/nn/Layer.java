package org.crobim.model.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.tensor.NativeScope;

/**
 * A part of a network that owns parameters, buffers and named children.
 *
 * <p>All three kinds of tensors outlive the scope they were made in and are released by {@link #close()}: a parameter is
 * trained; a buffer, such as a running mean, changes in training without a gradient and belongs to the weights; a constant
 * follows from the shape of the layer, and only some checkpoints repeat it. Order and dotted names are fixed by the
 * constructor; names follow the published checkpoints where such exist. A child of empty name adds nothing to the names of
 * what it holds.
 */
public abstract class Layer implements AutoCloseable {
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();
    private final Map<String, Tensor> buffers = new LinkedHashMap<>();
    private final Map<String, Tensor> constants = new LinkedHashMap<>();
    private final Map<String, Layer> children = new LinkedHashMap<>();
    private boolean training;

    /** Registers a trainable tensor; called by constructors only. */
    protected final Tensor parameter(String name, Tensor initial) {
        Tensor kept = register("parameter", parameters, name, initial);
        kept.requires_grad_(true);
        return kept;
    }

    /** Registers a tensor that is saved with the weights but not trained; called by constructors only. */
    protected final Tensor buffer(String name, Tensor initial) {
        return register("buffer", buffers, name, initial);
    }

    /** Registers a tensor that never changes, under the name that checkpoints give it; called by constructors only. */
    protected final Tensor constant(String name, Tensor value) {
        return register("constant", constants, name, value);
    }

    private static Tensor register(String kind, Map<String, Tensor> tensors, String name, Tensor initial) {
        Tensor kept = NativeScope.keep(initial);
        if (tensors.put(name, kept) != null) {
            throw new IllegalStateException(kind + " " + name + " registered twice");
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
        return collect(layer -> layer.parameters);
    }

    /** All buffers of this layer and its children by dotted name, in a fixed order; live, not copies. */
    public final Map<String, Tensor> namedBuffers() {
        return collect(layer -> layer.buffers);
    }

    /** All constants of this layer and its children by dotted name, in a fixed order; live, not copies. */
    public final Map<String, Tensor> namedConstants() {
        return collect(layer -> layer.constants);
    }

    /** What a weights file must hold: parameters, then buffers; live, not copies. */
    public final Map<String, Tensor> namedState() {
        Map<String, Tensor> all = namedParameters();
        all.putAll(namedBuffers());
        return all;
    }

    private Map<String, Tensor> collect(Function<Layer, Map<String, Tensor>> kind) {
        Map<String, Tensor> all = new LinkedHashMap<>();
        collect("", kind, all);
        return all;
    }

    private void collect(String prefix, Function<Layer, Map<String, Tensor>> kind, Map<String, Tensor> all) {
        kind.apply(this).forEach((name, tensor) -> all.put(prefix + name, tensor));
        children.forEach((name, layer) -> layer.collect(name.isEmpty() ? prefix : prefix + name + ".", kind, all));
    }

    /** Number of trainable values. */
    public final long parameterCount() {
        return namedParameters().values().stream().mapToLong(Tensor::numel).sum();
    }

    /** Switches dropout and batch statistics on or off, here and below; off at birth. */
    public final void setTraining(boolean training) {
        this.training = training;
        children.values().forEach(layer -> layer.setTraining(training));
    }

    /** Whether dropout is on and batch norm looks at its batch. */
    public final boolean isTraining() {
        return training;
    }

    /** Converts everything that is not a whole number in place, for example to double for a gradient check. */
    public final void convertTo(ScalarType type) {
        everything()
                .filter(Tensor::is_floating_point)
                .forEach(p -> p.set_data(p.detach().to(type)));
    }

    /** Moves everything to a device, in place. */
    public final void moveTo(Device device) {
        everything().forEach(p -> p.set_data(p.detach().to(device, p.scalar_type())));
    }

    private Stream<Tensor> everything() {
        return Stream.concat(namedState().values().stream(), namedConstants().values().stream());
    }

    /**
     * Lets this layer's parameters look at the values of another's: one set of weights, two sets of gradients. Buffers
     * stay each layer's own: two threads must not update one running mean, and the owner's are those that are saved.
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

    /** Releases all tensors here and below. */
    @Override
    public void close() {
        for (Map<String, Tensor> tensors : List.of(parameters, buffers, constants)) {
            tensors.values().forEach(NativeScope::release);
            tensors.clear();
        }
        children.values().forEach(Layer::close);
        children.clear();
    }
}
