package org.crobim.train.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedRecipesTest {
    static List<Path> recipes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "configs"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
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
        assertThat(recipe.data().split()).hasValue(Path.of("configs", "vhr10-split.json"));
    }
}
