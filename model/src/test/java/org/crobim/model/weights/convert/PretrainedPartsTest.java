package org.crobim.model.weights.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.error.WeightsException;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TextEncoder;
import org.crobim.model.vision.VisionConfiguration;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.StorageType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainedPartsTest {
    private static final List<Integer> DEPTHS = List.of(1, 2, 1, 1);
    private static final VisionConfiguration SWIN = VisionConfiguration.swin(8, DEPTHS, List.of(1, 2, 4, 8), 3);
    private static final VisionConfiguration CONVNEXT =
            VisionConfiguration.convNeXt(List.of(4, 8, 16, 32), List.of(1, 1, 2, 1));
    private static final String TABLE = "layers.0.blocks.0.attn.relative_position_bias_table";

    @TempDir
    private Path folder;

    private final NativeScope scope = NativeScope.withoutGradients();
    private final RandomStream random = new RandomStream(1);
    private Path file = Path.of("set before each test");

    @BeforeEach
    void nameFile() {
        file = folder.resolve("published.safetensors");
    }

    @AfterEach
    void close() {
        scope.close();
        random.close();
    }

    private Layer fresh(VisionConfiguration shape) {
        return shape.create(new Initializer(random));
    }

    private Map<String, Tensor> write(Layer layer, String prefix, BiConsumer<String, Map<String, Tensor>> change) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        layer.namedParameters().forEach((name, tensor) -> tensors.put(prefix + name, tensor));
        change.accept(prefix, tensors);
        Safetensors.write(file, tensors, Map.of(), StorageType.AS_IS, true);
        return tensors;
    }

    /** As the official files of classifiers are. */
    private static void asOfficial(String prefix, Map<String, Tensor> tensors) {
        tensors.keySet().removeIf(name -> name.matches(prefix + "norm[0-3]\\..*"));
        tensors.put(prefix + "norm.weight", Tensors.full(1, 64));
        tensors.put(prefix + "norm.bias", Tensors.full(0, 64));
        tensors.put(prefix + "head.weight", Tensors.zeros(10, 64));
        tensors.put(prefix + "layers.1.blocks.1.attn_mask", Tensors.zeros(4, 9, 9));
        tensors.put(prefix + "layers.0.blocks.0.attn.relative_position_index", Tensors.longs(new long[81], 9, 9));
    }

    private static Tensor parameter(Layer layer, String name) {
        return Objects.requireNonNull(layer.namedParameters().get(name));
    }

    @Test
    void anOfficialSwinStartsTheEncoderOfANetwork() {
        try (Layer published = fresh(SWIN);
                Layer network = fresh(SWIN)) {
            write(published, "model/", PretrainedPartsTest::asOfficial);
            PretrainedParts.Loaded loaded = PretrainedParts.vision(network, "", name -> false, file);
            assertThat(loaded.report().missing()).hasSize(8).allMatch(SwinCheckpoint::startsFresh);
            assertThat(loaded.notes()).isEmpty();
            for (String name : List.of("patch_embed.proj.weight", TABLE, "layers.2.downsample.norm.bias")) {
                assertThat(parameter(network, name).equal(parameter(published, name)))
                        .as(name)
                        .isTrue();
            }
        }
    }

    @Test
    void tablesOfRelativePositionsAreResizedBicubically() {
        VisionConfiguration wider = VisionConfiguration.swin(8, DEPTHS, List.of(1, 2, 4, 8), 5);
        try (Layer published = fresh(SWIN);
                Layer network = fresh(wider)) {
            write(published, "", PretrainedPartsTest::asOfficial);
            PretrainedParts.Loaded loaded = PretrainedParts.vision(network, "", name -> false, file);
            assertThat(loaded.notes()).hasSize(5).contains(TABLE + " resized from 5 x 5 to 9 x 9 offsets");
            float[] small = Tensors.toFloats(parameter(published, TABLE));
            float[] large = Tensors.toFloats(parameter(network, TABLE));
            for (int row = 0; row < 9; row++) {
                for (int column = 0; column < 9; column++) {
                    assertThat((double) large[9 * row + column])
                            .isCloseTo(
                                    bicubic(small, 5, (row + 0.5) * 5 / 9 - 0.5, (column + 0.5) * 5 / 9 - 0.5),
                                    within(1e-6));
                }
            }
        }
    }

    /** Keys (1981) with a = -0.75, cells beyond the border repeat it. */
    private static double bicubic(float[] grid, int side, double row, double column) {
        double sum = 0;
        for (int i = -1; i <= 2; i++) {
            for (int j = -1; j <= 2; j++) {
                double y = Math.floor(row) + i;
                double x = Math.floor(column) + j;
                int r = (int) Math.max(0, Math.min(side - 1, y));
                int c = (int) Math.max(0, Math.min(side - 1, x));
                sum += kernel(row - y) * kernel(column - x) * grid[side * r + c];
            }
        }
        return sum;
    }

    private static double kernel(double distance) {
        double a = -0.75;
        double t = Math.abs(distance);
        if (t <= 1) {
            return (a + 2) * t * t * t - (a + 3) * t * t + 1;
        }
        return t < 2 ? a * (t * t * t - 5 * t * t + 8 * t - 4) : 0;
    }

    @Test
    void tablesOfAnotherNumberOfHeadsArePassedOver() {
        VisionConfiguration other = VisionConfiguration.swin(8, DEPTHS, List.of(2, 2, 4, 8), 3);
        try (Layer published = fresh(SWIN);
                Layer network = fresh(other)) {
            write(published, "", PretrainedPartsTest::asOfficial);
            float[] before = Tensors.toFloats(parameter(network, TABLE));
            PretrainedParts.Loaded loaded = PretrainedParts.vision(network, "", name -> false, file);
            assertThat(loaded.notes())
                    .containsExactly(TABLE + " has 1 heads, the network 2: it starts with values of its own");
            assertThat(Tensors.toFloats(parameter(network, TABLE))).containsExactly(before);
        }
    }

    @Test
    void whatTheRulesDoNotNameIsRefused() {
        try (Layer published = fresh(SWIN);
                Layer network = fresh(SWIN)) {
            write(published, "", (prefix, tensors) -> tensors.put("absolute_pos_embed", Tensors.zeros(1, 9, 8)));
            assertThatThrownBy(() -> PretrainedParts.vision(network, "", name -> false, file))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("absolute_pos_embed is not known to this network");
            write(published, "", (prefix, tensors) -> tensors.remove("patch_embed.norm.bias"));
            assertThatThrownBy(() -> PretrainedParts.vision(network, "", name -> false, file))
                    .hasMessageContaining("patch_embed.norm.bias is missing");
        }
        try (Layer network = fresh(SWIN)) {
            Safetensors.write(file, Map.of("a", Tensors.zeros(1)), Map.of(), StorageType.AS_IS, true);
            assertThatThrownBy(() -> PretrainedParts.vision(network, "", name -> false, file))
                    .hasMessageContaining("holds an unknown network, expected an official Swin");
        }
    }

    @Test
    void anOfficialConvNeXtStartsTheEncoderOfANetwork() {
        try (Layer published = fresh(CONVNEXT);
                Layer network = fresh(CONVNEXT)) {
            write(published, "model/", (prefix, tensors) -> {
                tensors.keySet().removeIf(name -> name.matches(prefix + "norm[0-3]\\..*"));
                tensors.put(prefix + "norm.weight", Tensors.full(1, 32));
                tensors.put(prefix + "head.bias", Tensors.full(1, 10));
            });
            PretrainedParts.Loaded loaded = PretrainedParts.vision(network, "", name -> false, file);
            assertThat(loaded.report().missing()).hasSize(8);
            assertThat(parameter(network, "stages.2.1.gamma").equal(parameter(published, "stages.2.1.gamma")))
                    .isTrue();
            assertThat(parameter(network, "downsample_layers.0.0.weight")
                            .equal(parameter(published, "downsample_layers.0.0.weight")))
                    .isTrue();
        }
    }

    private TextEncoder bert(int vocabulary, int positions) {
        return new TextEncoder(new TextEncoder.Config(2, 8, 2, 16, vocabulary, positions), new Initializer(random));
    }

    /** As {@code pytorch_model.bin} of bert-base-uncased is. */
    private static void asHuggingFace(String prefix, Map<String, Tensor> tensors) {
        Map<String, Tensor> renamed = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> renamed.put(
                "bert."
                        + name.replace("LayerNorm.weight", "LayerNorm.gamma")
                                .replace("LayerNorm.bias", "LayerNorm.beta"),
                tensor));
        renamed.put("bert.pooler.dense.weight", Tensors.zeros(8, 8));
        renamed.put("cls.predictions.bias", Tensors.zeros(20));
        renamed.put("bert.embeddings.position_ids", Tensors.longs(new long[12], 1, 12));
        tensors.clear();
        tensors.putAll(renamed);
    }

    @Test
    void bertOfHuggingFaceStartsTheTextEncoderAndItsPositionsAreCut() {
        try (Layer published = bert(20, 12);
                Layer network = bert(20, 7)) {
            write(published, "", PretrainedPartsTest::asHuggingFace);
            PretrainedParts.Loaded loaded = PretrainedParts.text(network, "", file);
            assertThat(loaded.report().missing()).isEmpty();
            assertThat(loaded.notes())
                    .containsExactly("embeddings.position_embeddings.weight cut from 12 to 7 positions");
            String norm = "encoder.layer.1.output.LayerNorm.weight";
            assertThat(parameter(network, norm).equal(parameter(published, norm)))
                    .isTrue();
            assertThat(parameter(network, BertCheckpoint.POSITIONS)
                            .equal(parameter(published, BertCheckpoint.POSITIONS)
                                    .narrow(0, 0, 7)))
                    .isTrue();
        }
    }

    @Test
    void anotherVocabularyIsRefusedWithBothSizes() {
        try (Layer published = bert(20, 12);
                Layer network = bert(30, 12)) {
            write(published, "", PretrainedPartsTest::asHuggingFace);
            assertThatThrownBy(() -> PretrainedParts.text(network, "", file))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContainingAll("knows 20 word pieces", "network has 30");
        }
    }
}
