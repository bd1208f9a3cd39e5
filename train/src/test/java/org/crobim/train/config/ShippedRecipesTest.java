package org.crobim.train.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedRecipesTest {
    private static final Set<String> PLANS = Set.of("benchmark-small.yaml", "benchmark-ablations.yaml");

    static List<Path> recipes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "configs"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !PLANS.contains(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void everyShippedRecipeIsValidAndNamedAsItsFile(Path file) {
        TrainingRecipe recipe = RecipeReader.read(file, List.of());

        assertThat(file.getFileName()).hasToString(recipe.name() + ".yaml");
        assertThat(recipe.network().inputSide()).isPositive();
        if (recipe.data().format() == DataFormat.MIXTURE) {
            assertThat(recipe.data().split()).hasValue(Path.of("configs", "vhr10-split.json"));
        } else {
            assertThat(file.getFileName())
                    .asString()
                    .contains(recipe.data().format().name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void onlyPlansOfComparisonsNameARecipe() throws IOException {
        for (String plan : PLANS) {
            Path file = Path.of("..", "configs", plan);
            assertThat(Files.readString(file)).contains("recipe: configs/benchmark-small-recipe.yaml");
        }
    }
}
