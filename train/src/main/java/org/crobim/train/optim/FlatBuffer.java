package org.crobim.train.optim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;

/** One float32 value for each value of a network's parameters, in one vector; outlives scopes until closed. */
public final class FlatBuffer implements AutoCloseable {
    private final ParameterLayout layout;
    private final Tensor vector;

    /** A buffer of zeros. */
    public FlatBuffer(ParameterLayout layout, Device device) {
        this.layout = layout;
        try (NativeScope scope = NativeScope.withoutGradients()) {
            vector = NativeScope.keep(Tensors.zeros(layout.length()).to(device, ScalarType.Float));
        }
    }

    /** Where each parameter lies. */
    public ParameterLayout layout() {
        return layout;
    }

    /** All values as one vector, live; padding between parameters is zero. */
    public Tensor vector() {
        return vector;
    }

    /** The values of one section, live, owned by the innermost scope. */
    Tensor section(ParameterLayout.Section section) {
        return vector.narrow(0, section.offset(), section.count());
    }

    /** The values of each parameter in its own shape, live, owned by the innermost scope. */
    public Map<String, Tensor> byName() {
        Map<String, Tensor> views = new LinkedHashMap<>();
        layout.slots().forEach(slot -> views.put(slot.name(), view(slot)));
        return views;
    }

    /** Copies the parameters in here and makes them look at this buffer from now on. */
    public void becomeValuesOf(Map<String, Tensor> parameters) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            byName().forEach((name, view) -> {
                Tensor parameter = required(parameters, name);
                view.copy_(parameter);
                parameter.set_data(view);
            });
        }
    }

    /** Lets the backward pass add up the gradients of these parameters in this buffer. */
    public void becomeGradientsOf(Map<String, Tensor> parameters) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            byName().forEach((name, view) ->
                    required(parameters, name).mutable_grad().put(view));
        }
    }

    /** Copies values by name into this buffer; every parameter must be given in its shape. */
    public void copyFrom(Map<String, Tensor> values) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            byName().forEach((name, view) -> view.copy_(required(values, name)));
        }
    }

    /** Copies the values of a buffer with the same layout. */
    public void copyFrom(FlatBuffer other) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            vector.copy_(other.vector);
        }
    }

    /** Exchanges the values of two buffers with the same layout, bit for bit. */
    public void exchangeWith(FlatBuffer other) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor mine = vector.clone();
            vector.copy_(other.vector);
            other.vector.copy_(mine);
        }
    }

    /** Sets every value to zero. */
    public void clear() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            vector.zero_();
        }
    }

    @Override
    public void close() {
        NativeScope.release(vector);
    }

    private Tensor view(ParameterLayout.Slot slot) {
        return vector.narrow(0, slot.offset(), slot.count()).view(slot.shapeArray());
    }

    private static Tensor required(Map<String, Tensor> tensors, String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(
                    "parameter %s is missing among %d tensors".formatted(name, tensors.size()));
        }
        return tensor;
    }
}
