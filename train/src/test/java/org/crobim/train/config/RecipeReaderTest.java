package org.crobim.train.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.UsageException;
import org.crobim.model.tensor.Precision;
import org.crobim.train.config.binding.RecordReader;
import org.crobim.train.config.binding.RecordWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeReaderTest {
    private static final String FULL = """
            # comments are welcome
            name: nano-vhr10
            model:
              preset: swin-base
              inputSide: 480
              overrides:
                lgfa: none
                midLayers: 3
                gain: 1e-3
            data:
              format: mixture
              root: data
              images: pictures
              annotations: boxes.json
              split: parts.json
              renderedShare: 0.25
            optimization:
              epochs: 40
              imagesPerStep: 16
              replicas: 2
              learningRate: 5e-5
              schedule: polynomial
              betas: [0.9, 0.999]
            loss: {dice: 0.1, lossStride: 1}
            runtime:
              precision: bf16
            """;
    private static final String SHORT = """
            name: short
            model: {preset: nano}
            optimization: {steps: 100}
            """;

    private static TrainingRecipe parse(String text, String... overrides) {
        return RecipeReader.parse(text, "recipe.yaml", List.of(overrides));
    }

    @Test
    void everyGivenKeyReachesItsComponent() {
        TrainingRecipe recipe = parse(FULL);

        assertThat(recipe.name()).isEqualTo("nano-vhr10");
        assertThat(recipe.model().preset()).isEqualTo(Preset.SWIN_BASE);
        assertThat(recipe.model().inputSide()).hasValue(480);
        assertThat(recipe.model().overrides())
                .containsExactly(Map.entry("lgfa", "none"), Map.entry("midLayers", 3), Map.entry("gain", 1e-3));
        assertThat(recipe.data().resolve(recipe.data().images().orElseThrow())).isEqualTo(Path.of("data", "pictures"));
        assertThat(recipe.optimization().learningRate()).isEqualTo(5e-5);
        assertThat(recipe.optimization().betas()).containsExactly(0.9, 0.999);
        assertThat(recipe.optimization().totalSteps(33)).isEqualTo(40 * 3);
        assertThat(recipe.loss().dice()).isEqualTo(0.1);
        assertThat(recipe.runtime().precision()).isEqualTo(Precision.BF16);
    }

    @Test
    void whatIsLeftOutHasItsDeclaredDefault() {
        TrainingRecipe recipe = parse(SHORT);

        assertThat(recipe.loss()).isEqualTo(LossChoice.defaults());
        assertThat(recipe.data()).isEqualTo(DataChoice.defaults());
        assertThat(recipe.evaluation()).isEqualTo(EvaluationChoice.defaults());
        assertThat(recipe.runtime()).isEqualTo(RuntimeChoice.defaults());
        assertThat(recipe.optimization())
                .isEqualTo(RecordReader.read(OptimizationChoice.class, "steps: 100", "a hundred steps", List.of()));
        assertThat(recipe.model()).isEqualTo(ModelChoice.of(Preset.NANO));
        assertThat(LossChoice.defaults())
                .isEqualTo(new LossChoice(0.9, 1.1, 1, 0.5, 0.5, 0.5, 2, 1, DiceForm.FOREGROUND_MEAN));
    }

    @Test
    void overridesWinOverTheFileAndTheLastOneOverTheFirst() {
        TrainingRecipe recipe = parse(
                SHORT,
                "optimization.steps=200",
                "optimization.steps=300",
                "loss.dice=0.1",
                "model.overrides.multiScale=B",
                "optimization.betas=[0.8, 0.9]");

        assertThat(recipe.optimization().steps()).isEqualTo(OptionalInt.of(300));
        assertThat(recipe.loss().dice()).isEqualTo(0.1);
        assertThat(recipe.model().overrides()).containsEntry("multiScale", "B");
        assertThat(recipe.optimization().betas()).containsExactly(0.8, 0.9);
    }

    @Test
    void anOverrideWithoutValueClearsAnOptionalKey() {
        TrainingRecipe recipe = parse(SHORT, "optimization.steps=", "optimization.epochs=3");

        assertThat(recipe.optimization().steps()).isEmpty();
        assertThat(recipe.optimization().epochs()).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            optimization.steps: 5             | recipe.yaml line 4: unknown key "optimization.steps". Write the keys of a part indented below it
            optimisation: {steps: 5}          | recipe.yaml line 4: unknown key optimisation. Did you mean optimization?
            learningRate: 0.1                 | recipe.yaml line 4: unknown key learningRate. Did you mean optimization.learningRate?
            loss: {dise: 1}                   | recipe.yaml line 4: unknown key loss.dise. Did you mean dice?
            loss: {dice: much}                | recipe.yaml line 4: loss.dice is "much", expected a number
            loss: {dice: -1}                  | recipe.yaml line 4: loss.dice is -1.0, expected a number of at least 0
            loss: {dice: .inf}                | recipe.yaml line 4: not valid YAML: Malformed numeric value
            loss: {lossStride: 3}             | recipe.yaml line 4: loss.lossStride is 3, expected 1, 2 or 4
            loss: {lossStride: 2.0}           | recipe.yaml line 4: loss.lossStride is 2.0, expected a whole number
            loss: 3                           | recipe.yaml line 4: loss is 3, expected a mapping of keys to values
            runtime: {device: gpu}            | recipe.yaml line 4: runtime.device is "gpu", expected one of cpu, cuda
            runtime: {precision: fp16}        | runtime.precision is "fp16", expected one of fp32, bf16
            runtime: {seed: 99999999999999999999} | recipe.yaml line 4: runtime.seed is 99999999999999999999, expected a whole number
            evaluation: {everySteps: yes}     | recipe.yaml line 4: evaluation.everySteps is true, expected a whole number
            evaluation: {everySteps: }        | recipe.yaml line 4: evaluation.everySteps is nothing, expected a whole number
            data: {format: coco}              | recipe.yaml line 4: data.images is missing, format coco needs it
            data: {root: [a]}                 | recipe.yaml line 4: data.root is a list of 1, expected a path
            name: again                       | recipe.yaml line 4: key name is given twice, first at recipe.yaml line 1
            """)
    void aMistakeIsNamedWithItsLine(String line, String message) {
        assertThatThrownBy(() -> parse(SHORT + line))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            optimization.stepz=5            | --set optimization.stepz=5: unknown key optimization.stepz. Did you mean steps?
            optimization.betas=[0.9]        | --set optimization.betas=[0.9]: optimization.betas has 1 numbers, expected two
            optimization.betas=[0.9, a]     | optimization.betas[1] is "a", expected a number
            optimization.betas=0.9          | optimization.betas is 0.9, expected a list, each a number
            optimization.epochs=5           | optimization.epochs is 5 while steps is 100, expected only one of them
            optimization.replicas=3         | optimization.imagesPerStep is 8, expected a multiple of replicas x accumulation = 3 x 1
            optimization.warmUpSteps=100    | optimization.warmUpSteps is 100, expected a whole number in 0..99
            optimization.minimumLearningRate=1 | expected a number from 0 to the learningRate of 0.001
            optimization.learningRate=0     | optimization.learningRate is 0.0, expected a number above 0
            optimization.emaDecay=1         | optimization.emaDecay is 1.0, expected a number of at least 0 and below 1
            model.preset=tinny              | model.preset is "tinny", expected one of nano, tiny, small, swin-base, convnext-base, lavt-nano, lavt-tiny,
            model.preset=tinny              | lgce-base, lgce-large. Did you mean tiny?
            model.inputSide=8               | model.inputSide is 8, expected a whole number in 32..4096
            model.overrides.a=              | a has no value
            name.first=x                    | name is "short" (recipe.yaml line 1), which has no keys inside
            name=12                         | name is 12, expected text; put it in quotes
            name=../up                      | name is "../up", expected letters, digits
            loss={dice                      | --set loss={dice: not valid YAML
            """)
    void aWrongOverrideIsNamedWithItsOption(String option, String message) {
        assertThatThrownBy(() -> parse(SHORT, option))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anOverrideWithoutEqualsSignIsAUsageError() {
        assertThatThrownBy(() -> parse(SHORT, "steps"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("expected key.path=value");
    }

    @Test
    void missingKeysAreNamedWithWhatTheyNeed() {
        assertThatThrownBy(() -> parse("")).hasMessage("recipe.yaml: name is missing, expected text; add it");
        assertThatThrownBy(() -> parse("name: a\nmodel: {}\noptimization: {steps: 1}"))
                .hasMessageContaining("line 2: model.preset is missing, expected one of nano, tiny");
        assertThatThrownBy(() -> parse("name: a\nmodel: {preset: nano}\noptimization: {}"))
                .hasMessage("recipe.yaml line 3: optimization.steps is missing and so is epochs, expected one of them");
    }

    @Test
    void brokenYamlIsNamedWithItsLine() {
        assertThatThrownBy(() -> parse("name: a\nmodel: [unclosed\nloss: {}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("recipe.yaml line 3: not valid YAML");
        assertThatThrownBy(() -> parse("- just\n- a list")).hasMessageContaining("the recipe is a list of 2");
        assertThatThrownBy(() -> parse(SHORT + "---\nname: b")).hasMessageContaining("second YAML document");
        assertThatThrownBy(() -> parse("name: &a x\nmodel: *a")).hasMessageContaining("line 2: YAML aliases");
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> RecipeReader.read(folder.resolve("none.yaml"), List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("none.yaml does not exist");
    }

    @Test
    void aFileInAnotherEncodingIsAnError(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'n', (byte) 0xe4});

        assertThatThrownBy(() -> RecipeReader.read(file, List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("latin.yaml cannot be read as UTF-8");
    }

    @Test
    void theResolvedRecipeReadsBackEqual(@TempDir Path folder) throws Exception {
        for (String text : List.of(FULL, SHORT)) {
            TrainingRecipe recipe = parse(text);
            Path file = Files.writeString(folder.resolve("config.yaml"), RecordWriter.yaml(recipe));

            assertThat(RecipeReader.read(file, List.of())).isEqualTo(recipe);
        }
    }

    @Test
    void theResolvedRecipeShowsDefaultsUnderTheirKeys() {
        assertThat(RecordWriter.yaml(parse(SHORT)))
                .contains("name: \"short\"", "  preset: \"nano\"", "  steps: 100", "  backgroundWeight: 0.9")
                .doesNotContain("epochs", "inputSide", "---");
    }

    @Test
    void recordsAreValidatedWithoutTheReaderToo() {
        assertThatThrownBy(() -> new LossChoice(0.9, 1.1, 1, 0.5, 0.5, 0.5, 8, 1, DiceForm.FOREGROUND_MEAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lossStride is 8, expected 1, 2 or 4");
    }
}
