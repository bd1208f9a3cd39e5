package org.crobim.model.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.nn.GradientCheck;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.tensor.Autocast;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Precision;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwinTransformerTest {
    private final RandomStream random = new RandomStream(4);
    private final Initializer init = new Initializer(random);

    @AfterEach
    void release() {
        random.close();
    }

    private SwinTransformer tiny() {
        SwinTransformer swin =
                new SwinTransformer(List.of(8, 16, 32, 64), List.of(2, 2, 2, 2), List.of(1, 2, 4, 8), 4, init);
        perturb(swin);
        return swin;
    }

    /** Away from the start values, so that no bias is zero and no gain is one. */
    private void perturb(Layer layer) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            layer.namedParameters()
                    .values()
                    .forEach(p -> p.add_(random.fillNormal(Tensors.zeros(Tensors.shape(p)), 0, 0.1)));
        }
    }

    private Tensor image(long height, long width) {
        return random.fillNormal(Tensors.zeros(2, height, width, 3), 0, 1);
    }

    @Test
    void twoBlocksAgreeWithThePublishedImplementation() throws IOException {
        JsonNode golden = golden();
        try (NativeScope scope = NativeScope.withoutGradients();
                SwinStage stage = new SwinStage(new SwinStage.Shape(4, 2, 2, 4, false), init)) {
            stage.namedParameters()
                    .forEach((name, parameter) ->
                            parameter.copy_(tensor(golden.path("params").path(name.substring("blocks.".length())))));
            Tensor x = tensor(golden.path("x")).view(1, 6, 6, 4);
            float[] got = Tensors.toFloats(stage.forward(x));
            assertThat(got).containsExactly(Tensors.toFloats(tensor(golden.path("y"))), within(1e-4f));
        }
    }

    @Test
    void offsetsAreNumberedAsInThePublishedCheckpoints() throws IOException {
        List<Long> expected = LongStream.of(WindowAttention.offsets(4)).boxed().toList();
        JsonNode published =
                golden().path("params").path("0.attn.relative_position_index").path("data");
        assertThat(published).extracting(JsonNode::asLong).isEqualTo(expected);
    }

    private static JsonNode golden() throws IOException {
        try (InputStream stream = SwinTransformerTest.class.getResourceAsStream("swin_blocks_forward.json")) {
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

    @Test
    void namesAreThoseOfThePublishedCheckpoints() {
        try (SwinTransformer swin = tiny()) {
            assertThat(swin.namedParameters().keySet())
                    .contains(
                            "patch_embed.proj.weight",
                            "patch_embed.norm.bias",
                            "layers.0.blocks.0.norm1.weight",
                            "layers.0.blocks.1.attn.relative_position_bias_table",
                            "layers.1.blocks.0.attn.qkv.bias",
                            "layers.2.blocks.1.attn.proj.weight",
                            "layers.3.blocks.1.norm2.bias",
                            "layers.3.blocks.0.mlp.fc1.weight",
                            "layers.3.blocks.0.mlp.fc2.bias",
                            "layers.2.downsample.norm.weight",
                            "layers.2.downsample.reduction.weight",
                            "norm0.weight",
                            "norm3.bias")
                    .doesNotContain("layers.3.downsample.reduction.weight", "layers.0.downsample.reduction.bias")
                    .hasSize(4 + 8 * 13 + 3 * 3 + 8);
        }
    }

    @Test
    void everyPublishedMatrixIsThereOnce() {
        try (NativeScope scope = NativeScope.withoutGradients();
                SwinTransformer swin = new SwinTransformer(
                        List.of(16, 32, 64, 128), List.of(2, 2, 2, 2), List.of(1, 2, 4, 8), 12, init)) {
            long parameters = 0;
            for (int width : List.of(16, 32, 64, 128)) {
                long block = 12L * width * width + 13L * width + 529L * (width / 16);
                long merging = width == 128 ? 0 : 8L * width * width + 8L * width;
                parameters += 2 * block + merging + 2L * width;
            }
            assertThat(swin.parameterCount()).isEqualTo(parameters + 48 * 16 + 16 + 2 * 16);
        }
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "50, 70", "4, 4", "1, 33", "97, 31"})
    void imagesOfAnySizeGiveMapsOfTheirStrides(long height, long width) {
        try (NativeScope scope = NativeScope.withoutGradients();
                SwinTransformer swin = tiny()) {
            FeaturePyramid pyramid = swin.forward(image(height, width));
            for (int stage = 1; stage <= 4; stage++) {
                double stride = 2 << stage;
                assertThat(Tensors.shape(pyramid.stage(stage)))
                        .containsExactly(
                                2,
                                (long) Math.ceil(height / stride),
                                (long) Math.ceil(width / stride),
                                swin.channels().get(stage - 1));
            }
        }
    }

    @Test
    void oneImageOfABatchDoesNotSeeTheOthers() {
        try (NativeScope scope = NativeScope.withoutGradients();
                SwinTransformer swin = tiny()) {
            Tensor images = image(52, 60);
            float[] together = Tensors.toFloats(swin.forward(images).stage(4).narrow(0, 1, 1));
            float[] alone =
                    Tensors.toFloats(swin.forward(images.narrow(0, 1, 1)).stage(4));
            assertThat(alone).containsExactly(together, within(1e-5f));
        }
    }

    @Test
    void tokensThatMeetOnlyByWrappingAroundDoNotSeeEachOther() {
        try (NativeScope scope = NativeScope.withoutGradients();
                SwinStage stage = new SwinStage(new SwinStage.Shape(8, 2, 2, 4, false), init)) {
            Tensor x = random.fillNormal(Tensors.zeros(1, 16, 16, 8), 0, 1);
            Tensor changed = x.clone();
            changed.narrow(1, 0, 1).fill_(new Scalar(5));
            Tensor difference = stage.forward(x).sub(stage.forward(changed)).abs();
            // Row 0 reaches rows 0 to 3 through its window, and 4 and 5 through the shifted one that starts at row 2.
            assertThat(difference.narrow(1, 6, 10).max().item_float()).isZero();
            assertThat(difference.narrow(1, 4, 2).max().item_float()).isPositive();
        }
    }

    @Test
    void bfloat16StaysCloseToSinglePrecision() {
        try (NativeScope scope = NativeScope.withoutGradients();
                SwinTransformer swin = tiny()) {
            Tensor images = image(64, 48);
            Tensor exact = swin.forward(images).stage(4);
            try (Autocast autocast = Autocast.of(Precision.BF16, DeviceType.CPU)) {
                Tensor rough = swin.forward(images).stage(4);
                assertThat(rough.scalar_type().intern()).isEqualTo(ScalarType.Float);
                assertThat(rough.sub(exact).abs().mean().item_float())
                        .isPositive()
                        .isLessThan(0.02f);
            }
        }
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        try (SwinTransformer swin =
                new SwinTransformer(List.of(4, 8, 16, 32), List.of(2, 1, 1, 1), List.of(1, 2, 2, 2), 2, init)) {
            perturb(swin);
            swin.convertTo(ScalarType.Double);
            Tensor images = NativeScope.keep(image(17, 22).to(ScalarType.Double));
            new GradientCheck(random).check(swin.namedParameters(), () -> weightedSum(swin, images));
            NativeScope.release(images);
        }
    }

    /** A loss that weighs the outputs of all stages differently. */
    private static Tensor weightedSum(SwinTransformer swin, Tensor images) {
        Tensor sum = Tensors.zeros(ScalarType.Double);
        for (Tensor stage : swin.forward(images).stages()) {
            sum = sum.add(GradientCheck.weightedSum(stage));
        }
        return sum;
    }
}
