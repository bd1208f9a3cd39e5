package org.crobim.model.lavt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.fused.Words;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.Test;

class PixelWordAttentionModuleTest {
    /** Width 8, two heads, 9 pixels, 5 words of which the last two are padding. */
    @Test
    void itAgreesWithThePublishedImplementation() throws IOException {
        JsonNode golden = golden();
        PixelWordAttentionModule.Shape shape = new PixelWordAttentionModule.Shape(8, 768, 2, 0);
        try (RandomStream random = new RandomStream(1);
                NativeScope scope = NativeScope.withoutGradients();
                PixelWordAttentionModule module = new PixelWordAttentionModule(shape, new Initializer(random))) {
            module.namedParameters()
                    .forEach((name, parameter) ->
                            parameter.copy_(tensor(golden.path("params").path(name))));
            module.convertTo(ScalarType.Double);
            Tensor map = tensor(golden.path("x")).view(1, 3, 3, 8).to(ScalarType.Double);
            Tensor rows = tensor(golden.path("l")).transpose(1, 2).to(ScalarType.Double);
            Tensor keep = Tensors.booleans(new boolean[] {true, true, true, false, false}, 1, 5);
            double[] got = Tensors.toDoubles(module.forward(map, new Words(rows, keep)));
            // Stored with seven digits.
            assertThat(got).containsExactly(Tensors.toDoubles(tensor(golden.path("y"))), within(1e-6));
        }
    }

    private static JsonNode golden() throws IOException {
        try (InputStream stream =
                PixelWordAttentionModuleTest.class.getResourceAsStream("/org/crobim/model/parity/pwam_forward.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(stream));
        }
    }

    private static Tensor tensor(JsonNode node) {
        float[] values = new float[node.path("data").size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.path("data").get(i).floatValue();
        }
        long[] shape = new long[node.path("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = node.path("shape").get(i).longValue();
        }
        return Tensors.floats(values, shape);
    }
}
