package org.crobim.model.rmsin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TokenBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RmsinTest {
    private static final String TEXT = "text_encoder.";

    private final RandomStream random = new RandomStream(6);

    @AfterEach
    void release() {
        random.close();
    }

    private static Map<String, String> publishedKeys() throws IOException {
        try (InputStream list = Objects.requireNonNull(RmsinTest.class.getResourceAsStream("/parity/rmsin_keys.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        }
    }

    private static String shapeAndType(Tensor tensor) {
        String type = tensor.scalar_type().intern().name().toLowerCase(Locale.ROOT);
        return Arrays.toString(Tensors.shape(tensor)) + "\t"
                + type.replace("float", "float32").replace("long", "int64");
    }

    @Test
    void atFullSizeEveryNameAndShapeIsThatOfThePublishedNetwork() throws IOException {
        Map<String, String> published = publishedKeys();
        assertThat(published).hasSize(910);
        try (Rmsin network = fullSize()) {
            Map<String, String> ours = new TreeMap<>();
            network.namedState().forEach((name, tensor) -> ours.put(name, shapeAndType(tensor)));
            network.namedConstants().forEach((name, tensor) -> ours.put(name, shapeAndType(tensor)));
            ours.keySet().removeIf(name -> name.startsWith(TEXT));
            assertThat(ours).isEqualTo(new TreeMap<>(published));
        }
    }

    @Test
    void atFullSizeItHasThePublishedNumberOfParameters() {
        try (Rmsin network = fullSize()) {
            long backbone = network.backbone().parameterCount();
            long decoder = network.parameterCount() - backbone - network.text().parameterCount();
            assertThat(backbone).isEqualTo(110_474_534);
            assertThat(decoder).isEqualTo(20_670_981);
            assertThat(backbone + decoder).isEqualTo(131_145_515);
        }
    }

    private Rmsin fullSize() {
        return Rmsin.create(RmsinConfiguration.preset("rmsin-base"), 30_522, new Initializer(random, true));
    }

    @Test
    void theGridOfThePublishedNetworkHas314Tokens() {
        assertThat(new InteractionGrid(15).cells()).isEqualTo(225);
        assertThat(new InteractionGrid(15).tokens()).isEqualTo(225 + 64 + 25);
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "96, 64", "50, 70", "33, 97", "4, 4"})
    void imagesOfAnySizeRunOnTheGridOfTheWeights(long height, long width) {
        try (NativeScope scope = NativeScope.withoutGradients();
                Rmsin network = TinyRmsin.network(2, random)) {
            Tensor logits = network.forward(TinyRmsin.images(random, height, width), TinyRmsin.sentences());
            assertThat(Tensors.shape(logits)).containsExactly(2, height, width, 2);
            assertThat(logits.isfinite().all().item_bool()).isTrue();
        }
    }

    @Test
    void oneImageOfABatchDoesNotSeeTheOthers() {
        try (NativeScope scope = NativeScope.withoutGradients();
                Rmsin network = TinyRmsin.network(3, random)) {
            Tensor images = TinyRmsin.images(random, 52, 60);
            TokenBatch sentences = TinyRmsin.sentences();
            TokenBatch second = new TokenBatch(
                    sentences.ids().narrow(0, 1, 1), sentences.keep().narrow(0, 1, 1));
            float[] together =
                    Tensors.toFloats(network.forward(images, sentences).narrow(0, 1, 1));
            assertThat(Tensors.toFloats(network.forward(images.narrow(0, 1, 1), second)))
                    .containsExactly(together, within(1e-5f));
        }
    }

    @Test
    void theRoutingDropsChannelsInTrainingOnly() {
        AdaptiveRotatedConvolution.Layout layout = new AdaptiveRotatedConvolution.Layout(16, 4, 2, 0.5);
        try (NativeScope scope = NativeScope.withoutGradients();
                AdaptiveRotatedConvolution convolution =
                        new AdaptiveRotatedConvolution(layout, new Initializer(random))) {
            Tensor map = random.fillNormal(Tensors.zeros(3, 6, 5, 16), 0, 1);
            double[] first = Tensors.toDoubles(convolution.routes(map).angles());
            assertThat(Tensors.toDoubles(convolution.routes(map).angles())).containsExactly(first);
            convolution.setTraining(true);
            assertThat(Tensors.toDoubles(convolution.routes(map).angles())).isNotEqualTo(first);
        }
    }

    @Test
    void kernelsNeverTurnByFortyDegrees() {
        AdaptiveRotatedConvolution.Layout layout = new AdaptiveRotatedConvolution.Layout(4, 4, 3, 0);
        try (NativeScope scope = NativeScope.withoutGradients();
                AdaptiveRotatedConvolution convolution =
                        new AdaptiveRotatedConvolution(layout, new Initializer(random))) {
            convolution.namedParameters().values().forEach(p -> random.fillNormal(p, 0, 50));
            for (double angle : Tensors.toDoubles(convolution
                    .routes(random.fillNormal(Tensors.zeros(4, 5, 5, 4), 0, 9))
                    .angles())) {
                assertThat(Math.abs(angle)).isLessThan(0.69814);
            }
        }
    }
}
