package org.crobim.model.rmsin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.nn.Layer;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;

/** One of the vectors computed with a published module: its state, an input and the output, with about seven digits. */
record GoldenVector(JsonNode root) {
    /** What seven printed digits leave. */
    private static final double RELATIVE = 1e-6;

    static GoldenVector read(String name) throws IOException {
        try (InputStream json = Objects.requireNonNull(
                GoldenVector.class.getResourceAsStream("/parity/golden/" + name + ".json"), name)) {
            return new GoldenVector(new ObjectMapper().readTree(json));
        }
    }

    /** A stored tensor in float64. */
    Tensor tensor(String name) {
        return tensor(root.path(name));
    }

    private static Tensor tensor(JsonNode node) {
        long[] shape = new long[node.path("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = node.path("shape").get(i).longValue();
        }
        return doubles(numbers(node.path("data")), shape);
    }

    static Tensor doubles(double[] values, long... shape) {
        Tensor tensor = Tensors.zeros(ScalarType.Double, shape);
        tensor.data_ptr_double().put(values);
        return tensor;
    }

    private static double[] numbers(JsonNode data) {
        double[] values = new double[Math.max(1, data.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.isArray() ? data.get(i).doubleValue() : data.doubleValue();
        }
        return values;
    }

    /** A plain list of numbers. */
    double[] list(String name) {
        return numbers(root.path(name));
    }

    /** The layer in float64 with the stored state, name by name. */
    <L extends Layer> L load(L layer) {
        layer.convertTo(ScalarType.Double);
        Map<String, Tensor> state = layer.namedState();
        assertThat(root.path("params").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(state.keySet());
        try (NativeScope scope = NativeScope.withoutGradients()) {
            state.forEach((name, mine) -> {
                Tensor stored = tensor(root.path("params").path(name));
                assertThat(Tensors.shape(mine)).as(name).containsExactly(Tensors.shape(stored));
                mine.detach().copy_(stored);
            });
        }
        return layer;
    }

    /** Values that differ from the stored output by its rounding only, relative to its largest value. */
    void assertOutput(Tensor got) {
        Tensor expected = tensor("y");
        assertThat(Tensors.shape(got)).containsExactly(Tensors.shape(expected));
        double largest = expected.abs().max().item_double();
        assertThat(got.sub(expected).abs().max().item_double()).isLessThan(RELATIVE * largest);
    }
}
