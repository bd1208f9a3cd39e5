package org.crobim.model.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.fused.FusedNetwork;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TokenBatch;
import org.crobim.model.weights.LoadRules;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.SafetensorsFile;
import org.crobim.model.weights.StateLoading;
import org.junit.jupiter.api.Test;

/**
 * RMSIN against what the original computed at 480 x 480 pixels. Largest differences measured, relative to the largest value
 * of a tensor: in double precision 4.8e-8 of text features and stages, 5.6e-8 of logits, 4.1e-8 of the loss, 2.5e-6 of
 * gradients; in single precision 2.9e-6 of text features and stages, 7.6e-6 of logits, 8.2e-8 of the loss.
 *
 * <p>The files here are trimmed, as their metadata say: logits at every fourth row and column. Where ../shared is mounted,
 * the whole file is read too.
 */
class RmsinParityTest {
    private static final double BOUND = 1e-4;
    private static final double SINGLE_PRECISION_BOUND = 1e-3;
    private static final int ALL_BUT_LOGITS = 6 + 19;

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(RmsinParityTest.class.getResource("/parity/" + name), name)
                .toURI());
    }

    private static ParityReport compare(Path file, ParityPrecision precision) {
        try (SafetensorsFile vectors = Safetensors.open(file)) {
            assertThat(ParityRun.modelOf(vectors)).isEqualTo(ParityModel.RMSIN);
            return ParityRun.compare(vectors, precision);
        }
    }

    private static List<ParityReport.Difference> forward(ParityReport report) {
        return report.differences().stream()
                .filter(difference -> !difference.name().startsWith("grad."))
                .toList();
    }

    @Test
    void inDoublePrecisionEveryStoredResultAndGradientIsThatOfTheOriginal() throws URISyntaxException {
        ParityReport report = compare(resource("rmsin.safetensors"), ParityPrecision.FP64);
        assertThat(report.differences()).hasSize(ALL_BUT_LOGITS);
        assertThat(report.differences())
                .allSatisfy(
                        difference -> assertThat(difference.maximumRelative()).isLessThan(BOUND));
    }

    @Test
    void inSinglePrecisionTheForwardPassIsThatOfTheOriginal() throws URISyntaxException {
        List<ParityReport.Difference> forward = forward(compare(resource("rmsin.safetensors"), ParityPrecision.FP32));
        assertThat(forward)
                .hasSize(6)
                .allSatisfy(
                        difference -> assertThat(difference.maximumRelative()).isLessThan(SINGLE_PRECISION_BOUND));
    }

    @Test
    void theLogitsAreThoseOfTheOriginal() throws URISyntaxException {
        assertLogits(ScalarType.Double, BOUND);
        assertLogits(ScalarType.Float, SINGLE_PRECISION_BOUND);
    }

    private static void assertLogits(ScalarType type, double bound) throws URISyntaxException {
        try (SafetensorsFile vectors = Safetensors.open(resource("rmsin.safetensors"));
                SafetensorsFile expected = Safetensors.open(resource("rmsin-logits.safetensors"));
                RandomStream random = new RandomStream(0);
                NativeScope scope = NativeScope.withoutGradients();
                FusedNetwork network = VectorDescription.of(vectors).create(vectors, new Initializer(random))) {
            network.convertTo(type);
            StateLoading.load(network, vectors, LoadRules.strict().under("weights."));
            Tensor images = vectors.read("input.image").to(type).permute(0, 2, 3, 1);
            TokenBatch tokens = new TokenBatch(
                    vectors.read("input.token_ids"),
                    vectors.read("input.attention_mask").to(ScalarType.Bool));
            assertSampled(network.forward(images, tokens), expected.read("expect.logits"), bound);
            network.setTraining(true);
            assertSampled(network.forward(images, tokens), expected.read("expect.train_logits"), bound);
        }
    }

    private static void assertSampled(Tensor logits, Tensor expected, double bound) {
        long side = expected.size(2);
        Tensor places = Tensors.longs(LongStream.range(0, side).map(i -> 4 * i).toArray(), side);
        Tensor sampled = logits.index_select(1, places).index_select(2, places).permute(0, 3, 1, 2);
        assertThat(Tensors.shape(sampled)).containsExactly(Tensors.shape(expected));
        double largest = expected.abs().max().item_double();
        assertThat(sampled.sub(expected.to(ScalarType.Double)).abs().max().item_double())
                .isLessThan(bound * largest);
    }

    @Test
    void theUntrimmedFileAgreesToo() {
        Path whole = Path.of(System.getProperty("crobim.shared", "../../shared"), "parity", "rmsin.safetensors");
        assumeTrue(Files.isReadable(whole), whole + " is not there; set -Dcrobim.shared to the folder of the vectors");
        ParityReport exact = compare(whole, ParityPrecision.FP64);
        assertThat(exact.differences()).hasSize(ALL_BUT_LOGITS + 2);
        assertThat(exact.maxRelative()).isLessThan(BOUND);
        assertThat(forward(compare(whole, ParityPrecision.FP32)))
                .hasSize(8)
                .allSatisfy(
                        difference -> assertThat(difference.maximumRelative()).isLessThan(SINGLE_PRECISION_BOUND));
    }
}
