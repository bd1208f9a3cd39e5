package org.crobim.model.weights.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.core.error.UsageException;
import org.crobim.core.error.WeightsException;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.rmsin.RmsinConfiguration;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.Vocabulary;
import org.crobim.model.vision.VisionConfiguration;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.SafetensorsFile;
import org.crobim.model.weights.StorageType;
import org.crobim.model.zoo.Networks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversionTest {
    private static final VisionConfiguration SWIN =
            VisionConfiguration.swin(8, List.of(1, 1, 2, 1), List.of(1, 2, 4, 8), 3);
    private static final Vocabulary WORDS = Vocabulary.ofWords(List.of("the", "ship"));
    private static final LavtConfiguration LAVT = new LavtConfiguration(
            "small",
            SWIN,
            List.of(1, 1, 1, 1),
            new LavtConfiguration.TextShape(1, 8, 1, 16, 24, 20, false),
            LavtConfiguration.Noise.LAVT_ONE,
            64);

    @TempDir
    private Path folder;

    private final NativeScope scope = NativeScope.withoutGradients();
    private Path from = Path.of("set before each test");
    private Path to = Path.of("set before each test");

    @BeforeEach
    void nameFiles() {
        from = folder.resolve("original.pth");
        to = folder.resolve("converted.safetensors");
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    private static Conversion.Choices choices(StorageType storage, Predicate<String> mayBeMissing) {
        return new Conversion.Choices(
                Optional.empty(),
                storage,
                mayBeMissing,
                OptionalInt.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                false);
    }

    private static Conversion.Choices withVocabulary(Vocabulary vocabulary) {
        return new Conversion.Choices(
                Optional.empty(),
                StorageType.AS_IS,
                name -> false,
                OptionalInt.empty(),
                Optional.of(vocabulary),
                OptionalDouble.empty(),
                false);
    }

    private static Conversion.Choices strict() {
        return choices(StorageType.AS_IS, name -> false);
    }

    /** A checkpoint of LAVT or RMSIN; slashes stand for the dicts that a pickle has. */
    private Map<String, Tensor> checkpoint(NetworkConfiguration shape, boolean bertBeside) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        try (RandomStream random = new RandomStream(2);
                Layer network = shape.create(WORDS.size(), new Initializer(random))) {
            network.namedState().forEach((name, tensor) -> {
                boolean text = bertBeside && name.startsWith("text_encoder.");
                tensors.put(
                        text ? "bert_model/" + name.substring("text_encoder.".length()) : "model/" + name,
                        tensor.detach().clone());
            });
        }
        tensors.put("optimizer/state/0/exp_avg", Tensors.zeros(2));
        return tensors;
    }

    private void write(Map<String, Tensor> tensors) {
        Safetensors.write(from, tensors, Map.of(), StorageType.AS_IS, true);
    }

    @Test
    void lavtWithBertBesideItIsFoundComparedAndWritten() {
        write(checkpoint(LAVT, true));
        Conversion.Outcome outcome = Conversion.run(from, to, strict());
        assertThat(outcome.kind()).isEqualTo(NetworkKind.LAVT);
        assertThat(outcome.shape().orElseThrow()).contains("window 3", "%d word pieces".formatted(WORDS.size()));
        assertThat(outcome.report().missing()).isEmpty();
        assertThat(outcome.leftOut()).containsExactly("optimizer/state/0/exp_avg");
        try (SafetensorsFile written = Safetensors.open(to)) {
            assertThat(written.names())
                    .contains("backbone.norm0.weight", "text_encoder.embeddings.LayerNorm.bias")
                    .contains("classifier.bn1_4.running_mean", "classifier.bn1_4.num_batches_tracked");
            assertThat(written.metadata()).containsEntry("network", "LAVT");
        }
    }

    @Test
    void withItsVocabularyLavtBecomesWeightsOfThisProject() {
        write(checkpoint(LAVT, false));
        Conversion.run(from, to, withVocabulary(WORDS));
        try (ReferringModel model = Networks.load(to)) {
            assertThat(model.configuration().network()).isEqualTo("lavt");
            assertThat(model.vocabulary()).isEqualTo(WORDS);
        }
        Vocabulary larger = Vocabulary.ofWords(List.of("the", "ship", "plane"));
        Path other = folder.resolve("other.safetensors");
        assertThatThrownBy(() -> Conversion.run(from, other, withVocabulary(larger)))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll(
                        "knows %d word pieces".formatted(WORDS.size()), "network has %d".formatted(larger.size()));
        assertThat(other).doesNotExist();
    }

    @Test
    void rmsinIsKnownWithTheGridOfItsWeights() {
        write(checkpoint(RmsinConfiguration.of(LAVT, 0.2, 2), false));
        Conversion.Outcome outcome = Conversion.run(from, to, withVocabulary(WORDS));
        assertThat(outcome.kind()).isEqualTo(NetworkKind.RMSIN);
        try (ReferringModel model = Networks.load(to)) {
            assertThat(model.configuration()).isInstanceOf(RmsinConfiguration.class);
            assertThat(((RmsinConfiguration) model.configuration()).gridSide()).isEqualTo(2);
        }
    }

    @Test
    void whatIsMissingMustBeAllowedByName() {
        Map<String, Tensor> tensors = checkpoint(LAVT, false);
        tensors.remove("model/classifier.conv1_1.bias");
        write(tensors);
        assertThatThrownBy(() -> Conversion.run(from, to, strict()))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("classifier.conv1_1.bias is missing");
        assertThat(to).doesNotExist();
        Conversion.Outcome outcome =
                Conversion.run(from, to, choices(StorageType.AS_IS, NamePatterns.anyOf(List.of("classifier.*"))));
        assertThat(outcome.report().missing()).containsExactly("classifier.conv1_1.bias");
        assertThat(to).exists();
    }

    @Test
    void unexpectedAndMismatchedTensorsAreRefused() {
        Map<String, Tensor> tensors = checkpoint(LAVT, false);
        tensors.put("model/backbone.layers.0.extra", Tensors.zeros(1));
        tensors.put("model/backbone.norm0.weight", Tensors.zeros(9));
        write(tensors);
        assertThatThrownBy(() -> Conversion.run(from, to, choices(StorageType.AS_IS, name -> true)))
                .hasMessageContainingAll("backbone.norm0.weight is F32 (9), expected (8)", "backbone.layers.0.extra");
    }

    @Test
    void aSwinIsGivenAnotherWindow() {
        try (RandomStream random = new RandomStream(2);
                Layer network = SWIN.create(new Initializer(random))) {
            Map<String, Tensor> tensors = new LinkedHashMap<>(network.namedParameters());
            tensors.keySet().removeIf(SwinCheckpoint::startsFresh);
            write(tensors);
        }
        Conversion.Choices wider = new Conversion.Choices(
                Optional.of(NetworkKind.SWIN),
                StorageType.FLOAT16,
                name -> false,
                OptionalInt.of(5),
                Optional.empty(),
                OptionalDouble.empty(),
                false);
        assertThat(Conversion.run(from, to, wider).notes()).hasSize(5);
        try (SafetensorsFile written = Safetensors.open(to)) {
            String table = "layers.0.blocks.0.attn.relative_position_bias_table";
            assertThat(written.shape(table)).containsExactly(81L, 1L);
            assertThat(written.type(table)).isEqualTo(ScalarType.Half);
        }
    }

    @Test
    void valuesTooLargeForHalfPrecisionAreNamed() {
        write(Map.of("a", Tensors.full(1e5, 3)));
        assertThatThrownBy(() -> Conversion.run(from, to, choices(StorageType.FLOAT16, name -> false)))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll("a holds values beyond 65504", "bf16");
        assertThat(to).doesNotExist();
        Conversion.run(from, to, choices(StorageType.BFLOAT16, name -> false));
        assertThat(to).exists();
    }

    @Test
    void anUnknownNetworkKeepsItsNames() {
        write(Map.of("state_dict/module.a.weight", Tensors.zeros(2, 3), "epoch_times", Tensors.zeros(1)));
        Conversion.Outcome outcome = Conversion.run(from, to, strict());
        assertThat(outcome.kind()).isEqualTo(NetworkKind.UNKNOWN);
        assertThat(outcome.report().loaded()).containsExactly("a.weight");
        assertThat(outcome.leftOut()).containsExactly("epoch_times");
    }

    @Test
    void nothingIsOverwrittenUnasked() throws Exception {
        write(Map.of("a", Tensors.zeros(1)));
        Files.writeString(to, "mine");
        assertThatThrownBy(() -> Conversion.run(from, to, strict())).isInstanceOf(UsageException.class);
        assertThat(Files.readString(to)).isEqualTo("mine");
    }

    @Test
    void choicesWithoutMeaningAreRefused() {
        write(Map.of("a", Tensors.zeros(1)));
        assertThatThrownBy(() -> Conversion.run(from, to, withVocabulary(WORDS)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("only LAVT and RMSIN take a vocabulary");
    }
}
