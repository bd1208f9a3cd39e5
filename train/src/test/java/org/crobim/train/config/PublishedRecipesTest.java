package org.crobim.train.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipes of the papers say what the papers say. */
class PublishedRecipesTest {
    private static TrainingRecipe read(String name) {
        return RecipeReader.read(Path.of("..", "configs", name + ".yaml"), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "lavt-risbench, lavt, 50, 32, 5.0e-5",
        "lavt-rrsisd, lavt, 22, 32, 5.0e-5",
        "lavt-refsegrs, lavt, 20, 32, 5.0e-5",
        "rmsin-risbench, rmsin, 50, 8, 3.0e-5",
        "rmsin-rrsisd, rmsin, 22, 8, 3.0e-5",
        "rmsin-refsegrs, rmsin, 20, 8, 3.0e-5",
        "lgce-risbench, lgce, 50, 32, 5.0e-5",
        "lgce-rrsisd, lgce, 22, 32, 5.0e-5",
        "lgce-refsegrs, lgce, 20, 32, 5.0e-5",
        "crobim-swin-base-risbench, crobim, 50, 16, 5.0e-5",
        "crobim-swin-base-rrsisd, crobim, 22, 16, 5.0e-5",
        "crobim-swin-base-refsegrs, crobim, 20, 16, 5.0e-5",
        "crobim-convnext-base-risbench, crobim, 50, 16, 5.0e-5",
        "crobim-convnext-base-rrsisd, crobim, 22, 16, 5.0e-5",
        "crobim-convnext-base-refsegrs, crobim, 20, 16, 5.0e-5"
    })
    void sizesAndRatesAreThoseOfThePapers(String name, String network, int tokens, int batch, double rate) {
        TrainingRecipe recipe = read(name);

        assertThat(recipe.name()).isEqualTo(name);
        assertThat(recipe.network().network()).isEqualTo(network);
        assertThat(recipe.network().inputSide()).isEqualTo(480);
        assertThat(recipe.network().maximumTokens()).isEqualTo(tokens);
        assertThat(recipe.optimization().imagesPerStep()).isEqualTo(batch);
        assertThat(recipe.optimization().learningRate()).isEqualTo(rate);
        assertThat(recipe.optimization().epochs()).isEqualTo(OptionalInt.of(40));
        assertThat(recipe.optimization().schedule()).isEqualTo(Schedule.POLYNOMIAL);
    }

    @ParameterizedTest
    @CsvSource({"lavt-rrsisd, 0.0, 0.0", "rmsin-rrsisd, 0.2, 0.1"})
    void theQuirksOfTheOriginalsHaveNames(String name, double blackSquares, double dice) {
        TrainingRecipe recipe = read(name);
        OptimizationChoice choice = recipe.optimization();

        assertThat(recipe.data().augmentation().blackSquareShare()).isEqualTo(blackSquares);
        assertThat(recipe.loss().dice()).isEqualTo(dice);
        assertThat(recipe.loss().backgroundWeight()).isEqualTo(0.9);
        assertThat(recipe.loss().foregroundWeight()).isEqualTo(1.1);
        assertThat(recipe.evaluation().chooseBy()).isEqualTo(BestCheckpoint.OIOU);
        assertThat(choice.decayRule()).isEqualTo(DecayRule.LAVT);
        assertThat(choice.teaches("text_encoder.encoder.layer.9.output.dense.weight"))
                .isTrue();
        assertThat(choice.teaches("text_encoder.encoder.layer.10.output.dense.weight"))
                .isFalse();
        assertThat(choice.teaches("text_encoder.embeddings.word_embeddings.weight"))
                .isFalse();
        assertThat(choice.teaches("backbone.norm0.weight")).isTrue();
    }
}
