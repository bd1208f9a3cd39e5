package org.crobim.model.rmsin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every module of RMSIN against what the published one answers. */
class PublishedModulesTest {
    private final NativeScope scope = NativeScope.withoutGradients();
    private final RandomStream random = new RandomStream(7);
    private final Initializer init = new Initializer(random);

    @AfterEach
    void release() {
        scope.close();
        random.close();
    }

    private static Tensor channelsLast(Tensor map) {
        return map.permute(0, 2, 3, 1);
    }

    private static Tensor channelsFirst(Tensor map) {
        return map.permute(0, 3, 1, 2);
    }

    @Test
    void theVisualBranchWeighsPlacesAsPublished() throws IOException {
        GoldenVector vector = GoldenVector.read("various_receptive_forward");
        try (VariousReceptive branch = vector.load(new VariousReceptive(init))) {
            vector.assertOutput(
                    branch.forward(vector.tensor("x").view(1, 4, 4, 6)).flatten(1, 2));
        }
    }

    @Test
    void theAttentionInterleavesChannelsAndTokensAsPublished() throws IOException {
        GoldenVector vector = GoldenVector.read("cim_attention_forward");
        InterleavedAttention.Shape shape = new InterleavedAttention.Shape(6, 2, 2, 3, 14);
        try (InterleavedAttention attention = vector.load(new InterleavedAttention(shape, init))) {
            vector.assertOutput(attention.forward(vector.tensor("x")));
        }
    }

    @Test
    void theGateTakesFromTheGridAsPublished() throws IOException {
        GoldenVector vector = GoldenVector.read("scale_aware_gate_forward");
        try (ScaleAwareGate gate = vector.load(new ScaleAwareGate(3, init))) {
            vector.assertOutput(channelsFirst(
                    gate.forward(channelsLast(vector.tensor("x_local")), channelsLast(vector.tensor("x_global")))));
        }
    }

    @Test
    void kernelsAreTurnedByThePublishedMatrices() throws IOException {
        JsonNode cases = GoldenVector.read("arc_rotation").root();
        assertThat(cases).hasSize(7);
        for (JsonNode one : cases) {
            Tensor angle = GoldenVector.doubles(new double[] {one.path("theta").doubleValue()}, 1);
            double[] got = Tensors.toDoubles(KernelRotation.matrices(angle));
            for (int i = 0; i < 81; i++) {
                assertThat(got[i])
                        .as("theta %s, row %d, column %d", one.path("theta"), i / 9, i % 9)
                        .isCloseTo(one.path("R").get(i / 9).get(i % 9).doubleValue(), within(1e-6));
            }
        }
    }

    @Test
    void theConvolutionTurnsItsKernelToEachImageAsPublished() throws IOException {
        GoldenVector vector = GoldenVector.read("arc_forward");
        AdaptiveRotatedConvolution.Layout layout = new AdaptiveRotatedConvolution.Layout(4, 3, 1, 0.2);
        try (AdaptiveRotatedConvolution convolution = vector.load(new AdaptiveRotatedConvolution(layout, init))) {
            Tensor maps = channelsLast(vector.tensor("x"));
            KernelRouting.Routes routes = convolution.routes(maps);
            assertThat(Tensors.toDoubles(routes.shares())).containsExactly(vector.list("alpha"), within(1e-6));
            assertThat(Tensors.toDoubles(routes.angles())).containsExactly(vector.list("theta"), within(1e-6));
            vector.assertOutput(channelsFirst(convolution.forward(maps)));
        }
    }

    @Test
    void kernelsStartAsWideAsPublished() throws IOException {
        JsonNode expected = GoldenVector.read("arc_init").root();
        AdaptiveRotatedConvolution.Layout layout = new AdaptiveRotatedConvolution.Layout(512, 512, 1, 0.2);
        assertThat(AdaptiveRotatedConvolution.firstDeviation(layout))
                .isCloseTo(expected.path("expected_std").doubleValue(), within(1e-15));
        assertThat(2 / Math.pow(AdaptiveRotatedConvolution.firstDeviation(layout), 2))
                .isCloseTo(expected.path("torch_fan_out").doubleValue(), within(1e-9));
    }
}
