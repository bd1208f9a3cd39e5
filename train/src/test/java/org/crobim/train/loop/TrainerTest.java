package org.crobim.train.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.WeightsException;
import org.crobim.model.nn.Initializer;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.vision.ImageEncoder;
import org.crobim.model.vision.VisionConfiguration;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.SafetensorsFile;
import org.crobim.model.weights.StorageType;
import org.crobim.model.zoo.Networks;
import org.crobim.train.config.Objective;
import org.crobim.train.config.TrainingRecipe;
import org.crobim.train.run.ExistingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
    private static final String FIRST_MATRIX = "layers.0.blocks.0.mlp.fc1.weight";
    private static final String LAST = "checkpoints/last.safetensors";
    private static final String STATE = "checkpoints/last.optimizer.safetensors";
    private static final String BEST = "checkpoints/best.safetensors";

    @TempDir
    private Path folder;

    private Path run(String name) {
        return folder.resolve(name);
    }

    private static void assertSameFile(Path one, Path other) throws IOException {
        assertThat(Files.mismatch(one, other)).as("%s and %s", one, other).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theSameSeedGivesTheSameLossesBitForBit(int replicas) throws IOException {
        TrainingRecipe recipe = TinyTraining.recipe("optimization.replicas=" + replicas, "runtime.loaderThreads=2");

        TinyTraining.train(recipe, run("one"));
        TinyTraining.train(recipe, run("two"));

        assertThat(TinyTraining.losses(run("one"))).hasSize(8).isEqualTo(TinyTraining.losses(run("two")));
        assertSameFile(run("one").resolve(STATE), run("two").resolve(STATE));
    }

    @Test
    void anotherSeedGivesOtherLosses() throws IOException {
        TinyTraining.train(TinyTraining.recipe(), run("one"));
        TinyTraining.train(TinyTraining.recipe("runtime.seed=2"), run("two"));

        assertThat(TinyTraining.losses(run("one"))).isNotEqualTo(TinyTraining.losses(run("two")));
    }

    @Test
    void aNetworkWithBatchNormsIsResumedAndKeptWithItsStatistics() throws IOException {
        TrainingRecipe recipe = TinyTraining.recipe(
                "model.preset=lavt-nano",
                "model.overrides={vision: {channels: [8, 16, 32, 64], depths: [1, 1, 1, 1], heads: [1, 1, 2, 2],"
                        + " window: 2}, text: {layers: 1, width: 8, heads: 2, hiddenWidth: 16}}",
                "optimization.steps=6",
                "optimization.replicas=2",
                "optimization.imagesPerStep=2");
        TinyTraining.train(recipe, run("whole"));
        TinyTraining.train(recipe, run("halves"), ExistingRun.REFUSE, TinyTraining.afterSteps(3));
        TinyTraining.train(recipe, run("halves"), ExistingRun.RESUME, () -> false);

        assertThat(TinyTraining.losses(run("halves"))).isEqualTo(TinyTraining.losses(run("whole")));
        assertSameFile(run("halves").resolve(STATE), run("whole").resolve(STATE));
        assertSameFile(run("halves").resolve(LAST), run("whole").resolve(LAST));
        try (SafetensorsFile file = Safetensors.open(run("whole").resolve(LAST));
                NativeScope scope = NativeScope.withoutGradients()) {
            assertThat(file.metadata()).containsEntry("crobim.network", "lavt");
            assertThat(Tensors.toFloats(file.read("classifier.bn1_2.running_mean")))
                    .isNotEqualTo(new float[32]);
        }
        try (ReferringModel loaded = Networks.load(run("whole").resolve(LAST))) {
            assertThat(loaded.configuration().preset()).isEqualTo("lavt-nano");
        }
    }

    @Test
    void aFreshNetworkStartsFromAPublishedImageEncoder() {
        Path published = folder.resolve("swin.safetensors");
        float[] expected;
        try (NativeScope scope = NativeScope.withoutGradients();
                RandomStream random = new RandomStream(5);
                ImageEncoder swin = VisionConfiguration.swin(8, List.of(1, 1, 1, 1), List.of(1, 1, 2, 2), 2)
                        .create(new Initializer(random))) {
            Map<String, Tensor> tensors = new LinkedHashMap<>(swin.namedParameters());
            tensors.keySet().removeIf(name -> name.matches("norm\\d\\..*"));
            Safetensors.write(published, tensors, Map.of(), StorageType.AS_IS, true);
            expected = Tensors.toFloats(Objects.requireNonNull(tensors.get(FIRST_MATRIX)));
        }
        TrainingRecipe recipe = TinyTraining.recipe(
                "model.preset=lavt-nano",
                "model.overrides={vision: {channels: [8, 16, 32, 64], depths: [1, 1, 1, 1], heads: [1, 1, 2, 2],"
                        + " window: 2}, text: {layers: 1, width: 8, heads: 2, hiddenWidth: 16}}",
                "model.initialVision=" + published,
                "optimization={steps: 1, imagesPerStep: 1, rateScales: {backbone: 0}}");

        TinyTraining.train(recipe, run("started"));

        try (NativeScope scope = NativeScope.withoutGradients();
                SafetensorsFile file = Safetensors.open(run("started").resolve(LAST))) {
            assertThat(Tensors.toFloats(file.read("backbone." + FIRST_MATRIX))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void twoAndTwoEpochsEqualFourBitForBit(int replicas) throws IOException {
        // Six images, two a step: three steps an epoch.
        TrainingRecipe recipe = TinyTraining.recipe(
                "optimization.steps=12", "optimization.imagesPerStep=2", "optimization.replicas=" + replicas);
        TinyTraining.train(recipe, run("whole"));

        TrainingOutcome half =
                TinyTraining.train(recipe, run("halves"), ExistingRun.REFUSE, TinyTraining.afterSteps(6));
        TrainingOutcome rest = TinyTraining.train(recipe, run("halves"), ExistingRun.RESUME, () -> false);

        assertThat(half.finished()).isFalse();
        assertThat(half.steps()).isEqualTo(6);
        assertThat(rest.finished()).isTrue();
        assertThat(TinyTraining.losses(run("halves"))).isEqualTo(TinyTraining.losses(run("whole")));
        assertSameFile(run("halves").resolve(STATE), run("whole").resolve(STATE));
        assertSameFile(run("halves").resolve(LAST), run("whole").resolve(LAST));
    }

    @Test
    void aRunThatDiedBeforeItsFirstCheckpointBeginsAnew() throws IOException {
        TinyTraining.train(TinyTraining.recipe(), run("whole"));
        TinyTraining.train(TinyTraining.recipe(), run("died"), ExistingRun.REFUSE, TinyTraining.afterSteps(2));
        Files.delete(run("died").resolve(STATE));

        TinyTraining.train(TinyTraining.recipe(), run("died"), ExistingRun.RESUME, () -> false);

        assertThat(TinyTraining.losses(run("died"))).isEqualTo(TinyTraining.losses(run("whole")));
    }

    @Test
    void gradientsAddedUpOverPassesEqualThoseOfReplicas() throws IOException {
        TinyTraining.train(TinyTraining.recipe("optimization.replicas=2"), run("replicas"));
        TinyTraining.train(TinyTraining.recipe("optimization.accumulation=2"), run("passes"));

        List<String> replicas = TinyTraining.losses(run("replicas"));
        List<String> passes = TinyTraining.losses(run("passes"));
        // The order of the sums differs, so only the first loss, before any update, is equal to the last bit.
        assertThat(passes.get(0).split(" ")[1]).isEqualTo(replicas.get(0).split(" ")[1]);
        for (int i = 0; i < passes.size(); i++) {
            assertThat(Double.parseDouble(passes.get(i).split(" ")[1]))
                    .isCloseTo(
                            Double.parseDouble(replicas.get(i).split(" ")[1]),
                            org.assertj.core.api.Assertions.within(1e-4));
        }
    }

    @Test
    void theBestValidationIsKept() {
        List<Double> scores = new ArrayList<>(List.of(30.0, 20.0));
        List<Boolean> dropout = new ArrayList<>();
        Validation validation = (model, run, step) -> {
            dropout.add(model.network().isTraining());
            return Map.of(Validation.SCORE, scores.remove(0));
        };

        TrainingOutcome outcome = TinyTraining.train(
                TinyTraining.recipe(),
                TinyTraining.source(),
                run("scored"),
                ExistingRun.REFUSE,
                new TinyTraining.Watch(() -> false, validation));

        assertThat(outcome.bestScore()).hasValue(30);
        assertThat(dropout).containsExactly(false, false);
        try (ReferringModel best = Networks.load(run("scored").resolve(BEST))) {
            assertThat(best.note("training.step")).hasValue("4");
        }
    }

    @Test
    void lastWeightsAreTheAverageWithTheAuxiliaryHead() {
        TinyTraining.train(TinyTraining.recipe(), run("one"));

        try (NativeScope scope = NativeScope.withoutGradients();
                ReferringModel last = Networks.load(run("one").resolve(LAST));
                SafetensorsFile state = Safetensors.open(run("one").resolve(STATE))) {
            assertThat(last.network().namedParameters()).containsKey("category.classify.weight");
            last.network()
                    .namedParameters()
                    .forEach((name, tensor) -> assertThat(Tensors.toFloats(tensor))
                            .containsExactly(Tensors.toFloats(state.read("average." + name))));
        }
    }

    @Test
    void bestWeightsLackTheAuxiliaryHead() {
        TinyTraining.train(
                TinyTraining.recipe(),
                TinyTraining.source(),
                run("one"),
                ExistingRun.REFUSE,
                new TinyTraining.Watch(() -> false, (model, run, step) -> Map.of(Validation.SCORE, 1.0)));

        try (ReferringModel best = Networks.load(run("one").resolve(BEST))) {
            assertThat(best.network().namedParameters().keySet())
                    .noneMatch(name -> name.startsWith("category") || name.startsWith("guidance"));
        }
    }

    @Test
    void aRunStartsFromGivenWeightsButWritesFreshOnlyWhatItMay() {
        TinyTraining.train(
                TinyTraining.recipe("loss.category=0", "loss.guidance=0", "model.overrides.categoryWidth=0"),
                run("first"));
        String weights = "model.initialWeights=" + run("first").resolve(LAST);

        assertThatThrownBy(() -> TinyTraining.train(TinyTraining.recipe(weights), run("refused")))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("category.project.1.weight is missing");
        TrainingOutcome outcome = TinyTraining.train(
                TinyTraining.recipe(weights, "model.freshParts=[category., guidance.]", "optimization.steps=3"),
                run("second"));
        assertThat(outcome.finished()).isTrue();
    }

    @Test
    void theCategoryObjectiveTeachesTheImageEncoderAndLeavesTheRest() {
        TinyTraining.train(TinyTraining.recipe("optimization.steps=3"), run("first"));
        TinyTraining.train(
                TinyTraining.recipe(
                        "objective=category",
                        "model.initialWeights=" + run("first").resolve(LAST),
                        "optimization.emaDecay=0"),
                run("second"));

        try (NativeScope scope = NativeScope.withoutGradients();
                SafetensorsFile before = Safetensors.open(run("first").resolve(LAST));
                SafetensorsFile after = Safetensors.open(run("second").resolve(LAST))) {
            for (String name : before.names()) {
                boolean same = before.read(name).equal(after.read(name));
                assertThat(same).as(name).isNotEqualTo(Objective.CATEGORY.teaches(name));
            }
        }
    }

    @Test
    void aDivergedTrainingEndsWithAdvice() {
        TrainingRecipe recipe = TinyTraining.recipe(
                "optimization.steps=100",
                "optimization.warmUpSteps=0",
                "optimization.learningRate=1e30",
                "optimization.clipNorm=0");

        assertThatThrownBy(() -> TinyTraining.train(recipe, run("diverged")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Lower optimization.learningRate (1.0E30)");
    }

    @Test
    void aRateForAnUnknownPartNamesTheParts() {
        assertThatThrownBy(() ->
                        TinyTraining.train(TinyTraining.recipe("optimization.rateScales={visoin: 0.1}"), run("typo")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"visoin\"")
                .hasMessageContaining("vision, text");
    }
}
