package org.crobim.train.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.UsageException;
import org.crobim.train.config.binding.RecordReader;

/** Reads training recipes from YAML. */
public final class RecipeReader {
    private RecipeReader() {}

    /**
     * Reads a recipe file and applies overrides to it.
     *
     * @param file YAML in UTF-8
     * @param overrides options of the form {@code key.path=value}, value in YAML; later ones win
     * @throws ConfigurationException if the file cannot be read, or on an unknown key, a wrong type or a value out of range; the
     *     message names file, line, key, what was found and what was expected
     * @throws UsageException if an override is not of its form
     */
    public static TrainingRecipe read(Path file, List<String> overrides) {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString(), overrides);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(
                    "Recipe %s does not exist; give the path of a YAML file such as those in configs/".formatted(file),
                    e);
        } catch (IOException e) {
            throw new ConfigurationException("Recipe %s cannot be read as UTF-8 text: %s".formatted(file, e), e);
        }
    }

    /**
     * Parses the text of a recipe.
     *
     * @param text YAML
     * @param name what messages call the text
     * @param overrides as in {@link #read}
     */
    public static TrainingRecipe parse(String text, String name, List<String> overrides) {
        return RecordReader.read(TrainingRecipe.class, text, name, overrides);
    }
}
