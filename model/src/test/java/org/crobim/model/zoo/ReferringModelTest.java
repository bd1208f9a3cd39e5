package org.crobim.model.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.WeightsException;
import org.crobim.core.image.RgbImage;
import org.crobim.model.crobim.CroBimConfiguration;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TokenBatch;
import org.crobim.model.text.Vocabulary;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.SafetensorsFile;
import org.crobim.model.weights.StorageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferringModelTest {
    private static final CroBimConfiguration SMALLEST = CroBimConfiguration.preset("nano")
            .with(Map.of(
                    "vision", Map.of("channels", List.of(8, 8, 8, 8), "depths", List.of(1, 1, 1, 1)),
                    "text", Map.of("layers", 1, "width", 8, "heads", 2),
                    "width", 8,
                    "heads", 2,
                    "categoryWidth", 8,
                    "guidance", true,
                    "inputSide", 32));
    private static final Vocabulary WORDS = Vocabulary.ofWords(List.of("the", "left", "ship"));

    @TempDir
    Path folder;

    @Test
    void aSavedModelAnswersAsBefore() {
        Path file = folder.resolve("model.safetensors");
        try (ReferringModel model = ReferringModel.create(SMALLEST, WORDS, 3)) {
            model.setPresenceThreshold(0.25);
            model.putNote("licence", "research use");
            model.save(file, StorageType.AS_IS);
            try (ReferringModel loaded = Networks.load(file)) {
                assertThat(loaded.configuration()).isEqualTo(model.configuration());
                assertThat(loaded.vocabulary()).isEqualTo(model.vocabulary());
                assertThat(loaded.presenceThreshold()).isEqualTo(0.25);
                assertThat(loaded.note("licence")).contains("research use");
                assertThat(answer(loaded)).isEqualTo(answer(model));
            }
        }
    }

    @Test
    void theFileForInferenceLacksTheAuxiliaryHeadAndAnswersTheSame() {
        Path file = folder.resolve("model.safetensors");
        try (ReferringModel model = ReferringModel.create(SMALLEST, WORDS, 3)) {
            model.saveForInference(file, StorageType.AS_IS);
            try (ReferringModel loaded = Networks.load(file)) {
                assertThat(loaded.configuration())
                        .isEqualTo(SMALLEST.with(Map.of("categoryWidth", 0, "guidance", false)));
                assertThat(loaded.network().namedParameters().keySet())
                        .noneMatch(name -> name.startsWith("category.") || name.startsWith("guidance."));
                assertThat(answer(loaded)).isEqualTo(answer(model));
            }
        }
    }

    @Test
    void aReplicaSeesEveryChangeOfTheValuesAndHasItsOwnGradients() {
        try (ReferringModel model = ReferringModel.create(SMALLEST, WORDS, 3);
                ReferringModel replica = model.replica(4)) {
            try (NativeScope scope = NativeScope.withoutGradients()) {
                model.network().namedParameters().values().forEach(p -> p.fill_(new Scalar(0.1)));
            }
            assertThat(answer(replica)).isEqualTo(answer(model));
            try (NativeScope scope = NativeScope.open()) {
                predict(replica).sum().backward();
            }
            assertThat(hasGradient(replica)).isTrue();
            assertThat(hasGradient(model)).isFalse();
        }
    }

    @Test
    void aFileSaysWhichNetworkItHoldsAndAnUnknownOneIsRefused() {
        Path file = folder.resolve("model.safetensors");
        try (ReferringModel model = ReferringModel.create(SMALLEST, WORDS, 3)) {
            model.save(file, StorageType.AS_IS);
        }
        try (SafetensorsFile stored = Safetensors.open(file)) {
            assertThat(stored.metadata()).containsEntry("crobim.network", "crobim");
        }
        assertThatThrownBy(() -> ReferringModel.load(file, (network, json) -> {
                    throw new ConfigurationException("network \"" + network + "\" is unknown");
                }))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("model.safetensors")
                .hasMessageContaining("network \"crobim\" is unknown");
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.safetensors"), "not tensors");
        assertThatThrownBy(() -> Networks.load(text))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("notes.safetensors");
    }

    private static boolean hasGradient(ReferringModel model) {
        return model.network().namedParameters().values().stream()
                .anyMatch(p -> p.grad().defined());
    }

    private static float[] answer(ReferringModel model) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            return Tensors.toFloats(predict(model));
        }
    }

    private static Tensor predict(ReferringModel model) {
        Tensor images = model.images(List.of(new RgbImage(5, 4, new byte[60])));
        TokenBatch tokens = TokenBatch.of(List.of(model.tokenizer().encode("the left ship")));
        return model.network()
                .locate(model.network().encode(images), tokens, new int[] {0})
                .logits();
    }
}
