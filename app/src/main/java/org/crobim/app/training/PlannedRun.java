package org.crobim.app.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.UsageException;
import org.crobim.train.config.RecipeReader;
import org.crobim.train.config.TrainingRecipe;
import org.crobim.train.run.ExistingRun;
import org.crobim.train.run.RunDirectory;

/**
 * A recipe and the folder it runs in, checked against each other before anything is read or written.
 *
 * @param recipe of the run
 * @param folder of the run
 * @param existing what to do when the folder holds a run
 */
public record PlannedRun(TrainingRecipe recipe, Path folder, ExistingRun existing) {
    private static final Path RUNS = Path.of("runs");

    /**
     * What the user typed.
     *
     * @param configuration file of the recipe
     * @param overrides of its keys
     * @param folder of the run; {@code runs/NAME} where absent
     */
    public record Request(Optional<Path> configuration, List<String> overrides, Optional<Path> folder) {
        /** Copies the list. */
        public Request {
            overrides = List.copyOf(overrides);
        }

        private TrainingRecipe recipe() {
            Path file = configuration.orElseThrow(
                    () -> new UsageException(
                            "--config is missing. Name a recipe such as those in configs/, or go on with a run: --resume --out DIR"));
            return RecipeReader.read(file, overrides);
        }

        private Path folderOf(TrainingRecipe recipe) {
            return folder.orElseGet(() -> RUNS.resolve(recipe.name()));
        }
    }

    /**
     * A run that starts at its first step.
     *
     * @param overwrite whether an earlier run in the folder is replaced
     * @throws ConfigurationException if the recipe is wrong
     * @throws UsageException if the folder holds a run that may not be replaced, or foreign files
     */
    public static PlannedRun fresh(Request request, boolean overwrite) {
        TrainingRecipe recipe = request.recipe();
        ExistingRun existing = overwrite ? ExistingRun.OVERWRITE : ExistingRun.REFUSE;
        return checked(recipe, request.folderOf(recipe), existing);
    }

    /**
     * A run that goes on, with the recipe it was started with. A recipe may be named again; it must then be the same.
     *
     * @throws ConfigurationException if the stored recipe does not fit this version of the program
     * @throws UsageException if there is no such run, or the request asks for another recipe
     */
    public static PlannedRun resumed(Request request) {
        if (request.configuration().isEmpty()) {
            return storedIn(request);
        }
        TrainingRecipe recipe = request.recipe();
        PlannedRun run = checked(recipe, request.folderOf(recipe), ExistingRun.RESUME);
        if (!recipe.equals(stored(run.folder()))) {
            throw new UsageException(
                    ("%s was started with another recipe than %s. Leave --config and --set out to go on with its own, or start"
                                    + " a new run from its weights: --set model.initialWeights=FILE --out DIR")
                            .formatted(run.folder(), request.configuration().orElseThrow()));
        }
        return run;
    }

    private static PlannedRun storedIn(Request request) {
        Path folder = request.folder()
                .orElseThrow(() -> new UsageException("--resume needs to know the run: name its folder, --out DIR"));
        if (!request.overrides().isEmpty()) {
            throw new UsageException(
                    "--set cannot change a run that goes on: a resumed run equals one that was never stopped. Leave it out.");
        }
        RunDirectory.check(folder, ExistingRun.RESUME);
        return new PlannedRun(stored(folder), folder, ExistingRun.RESUME);
    }

    private static TrainingRecipe stored(Path folder) {
        return RecipeReader.parse(
                RunDirectory.storedConfiguration(folder), "the recipe stored in " + folder, List.of());
    }

    private static PlannedRun checked(TrainingRecipe recipe, Path folder, ExistingRun existing) {
        RunDirectory.check(folder, existing);
        return new PlannedRun(recipe, folder, existing);
    }
}
