package org.crobim.model.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.core.error.WeightsException;
import org.crobim.model.fused.FusedNetwork;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.lavt.TinyLavt;
import org.crobim.model.nn.GradientCheck;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TokenBatch;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.SafetensorsFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors that this test writes itself: other sizes, windows and heads than the stored ones, and an oblong image. */
class ParityRunTest {
    private static final LavtConfiguration SHAPE = TinyLavt.configuration();

    @TempDir
    Path folder;

    private final RandomStream random = new RandomStream(2);
    private final FusedNetwork network = SHAPE.create(TinyLavt.WORDS, new Initializer(random));
    private final NativeScope scope = NativeScope.open();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    @BeforeEach
    void describe() {
        new GradientCheck(random).disturb(network);
        metadata.put("model", "LAVT-RIS");
        metadata.put("embed_dim", "4");
        metadata.put("depths", "2,1,1,1");
        metadata.put("num_heads", "1,2,2,4");
        metadata.put("window_size", "2");
        metadata.put("fusion_heads", "1-2-1-4");
        metadata.put(
                "bert",
                "{\"vocab_size\": 30, \"hidden_size\": 8, \"layers\": 1, \"heads\": 2, \"intermediate_size\": 12,"
                        + " \"max_position_embeddings\": 12}");
        network.namedState().forEach((name, tensor) -> tensors.put("weights." + name, tensor));
        Tensor images = TinyLavt.images(2, 36, 52);
        TokenBatch tokens = TinyLavt.sentences(new int[] {1, 7, 8, 9, 2}, new int[] {1, 5, 2});
        tensors.put("input.image", images.permute(0, 3, 1, 2));
        tensors.put("input.token_ids", tokens.ids());
        tensors.put("input.attention_mask", tokens.keep().to(ScalarType.Long));
        tensors.put("input.target", Tensors.zeros(ScalarType.Long, 2, 36, 52));
        network.convertTo(ScalarType.Double);
        Tensor logits = network.forward(images.to(ScalarType.Double), tokens).detach();
        network.convertTo(ScalarType.Float);
        tensors.put("expect.logits", logits.permute(0, 3, 1, 2).to(ScalarType.Float));
    }

    @AfterEach
    void release() {
        scope.close();
        network.close();
        random.close();
    }

    private ParityReport compare(ParityPrecision precision) {
        Path file = folder.resolve("vectors.safetensors");
        Safetensors.write(file, tensors, metadata);
        try (SafetensorsFile vectors = Safetensors.open(file)) {
            assertThat(ParityRun.modelOf(vectors)).isEqualTo(ParityModel.LAVT);
            return ParityRun.compare(vectors, precision);
        }
    }

    @Test
    void vectorsOfAnyShapeAreRun() {
        ParityReport report = compare(ParityPrecision.FP64);
        assertThat(report.differences())
                .extracting(ParityReport.Difference::name)
                .containsExactly("logits");
        // What was stored was computed in double precision and rounded.
        assertThat(report.maxRelative()).isPositive().isLessThan(1e-6);
        assertThat(report.precision()).isEqualTo(ParityPrecision.FP64);
    }

    @Test
    void theLargestDifferenceIsFound() {
        Tensor logits = Objects.requireNonNull(tensors.get("expect.logits"));
        double magnitude = logits.abs().max().item_double();
        Tensor changed = logits.clone();
        changed.select(0, 1).select(0, 0).select(0, 3).select(0, 4).add_(new Scalar(magnitude / 100));
        tensors.put("expect.logits", changed);
        ParityReport.Difference difference =
                compare(ParityPrecision.FP32).differences().get(0);
        assertThat(difference.maximumRelative()).isBetween(0.0099, 0.0101);
        assertThat(difference.maximumAbsolute()).isBetween(0.0099 * magnitude, 0.0101 * magnitude);
    }

    @Test
    void whatIsNotANumberIsInfinitelyFar() {
        Objects.requireNonNull(tensors.get("weights.classifier.conv1_1.bias"))
                .detach()
                .fill_(new Scalar(Double.NaN));
        assertThat(compare(ParityPrecision.FP64).maxRelative()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aResultThatNoNetworkHasIsRefused() {
        tensors.put("expect.stage5", Tensors.zeros(1));
        tensors.put("expect.grad.nothing", Tensors.zeros(1));
        assertThatThrownBy(() -> compare(ParityPrecision.FP64))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("expect.grad.nothing, expect.stage5");
    }

    @Test
    void aResultOfAnotherShapeIsRefused() {
        tensors.put("expect.logits", Tensors.zeros(2, 2, 36, 36));
        assertThatThrownBy(() -> compare(ParityPrecision.FP64))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("expect.logits is [2, 2, 36, 36], but the network gives [2, 2, 36, 52]");
    }

    @Test
    void weightsOfAnotherShapeAreRefused() {
        metadata.put("window_size", "3");
        assertThatThrownBy(() -> compare(ParityPrecision.FP64))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("relative_position_bias_table is F32 (9,1), expected (25,1)");
    }

    @Test
    void windowsThatAreNumberedInAnotherWayAreRefused() {
        String name = "backbone.layers.0.blocks.0.attn.relative_position_index";
        Tensor index = Objects.requireNonNull(network.namedConstants().get(name));
        tensors.put("weights." + name, index);
        assertThat(compare(ParityPrecision.FP64).maxRelative()).isLessThan(1e-6);
        tensors.put("weights." + name, index.flip(0));
        Path file = folder.resolve("flipped.safetensors");
        Safetensors.write(file, tensors, metadata);
        try (SafetensorsFile vectors = Safetensors.open(file)) {
            assertThatThrownBy(() -> ParityRun.compare(vectors, ParityPrecision.FP64))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("does not hold what the shape of the network gives");
        }
    }

    @Test
    void metadataAreReadWithCare() {
        for (Map.Entry<String, String> mistake : List.of(
                Map.entry("model", "another"),
                Map.entry("embed_dim", "four"),
                Map.entry("depths", "2,1,1"),
                Map.entry("num_heads", "3,3,3,3"),
                Map.entry("fusion_heads", "1-1-1"),
                Map.entry("bert", "{"),
                Map.entry("bert", "{\"layers\": 1.5}"))) {
            Map<String, String> changed = new LinkedHashMap<>(metadata);
            changed.put(mistake.getKey(), mistake.getValue());
            assertRefused(changed);
        }
        for (String key : metadata.keySet()) {
            Map<String, String> incomplete = new LinkedHashMap<>(metadata);
            incomplete.remove(key);
            assertRefused(incomplete);
        }
    }

    private void assertRefused(Map<String, String> changed) {
        Path file = folder.resolve("metadata-" + changed.hashCode() + ".safetensors");
        Safetensors.write(file, Map.of("input.image", Tensors.zeros(1)), changed);
        try (SafetensorsFile vectors = Safetensors.open(file)) {
            assertThatThrownBy(() -> ParityRun.modelOf(vectors))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageStartingWith(file + ": ");
        }
    }
}
