package org.crobim.train.loop;

import java.nio.file.Path;
import org.crobim.core.error.WeightsException;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.weights.LoadRules;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.SafetensorsFile;
import org.crobim.model.weights.StateLoading;
import org.crobim.train.config.ModelChoice;
import org.crobim.train.config.TrainingRecipe;

/** Makes the network that a run begins or goes on with. */
final class NetworkStart {
    private NetworkStart() {}

    /**
     * The network of a run.
     *
     * <p>A fresh network has the vocabulary of the job. One that starts from given weights, or from a checkpoint, has that file's.
     *
     * @throws WeightsException if given weights do not fit
     */
    static ReferringModel create(TrainingJob job, CheckpointStore checkpoints) {
        TrainingRecipe recipe = job.recipe();
        NetworkConfiguration configuration = recipe.network();
        long seed = recipe.runtime().seed();
        if (job.run().resumed() && checkpoints.canResume()) {
            // The weights themselves come with the state of the optimizer.
            return ReferringModel.createLike(checkpoints.last(), configuration, seed);
        }
        if (recipe.model().initialWeights().isEmpty()) {
            return ReferringModel.create(configuration, job.vocabulary(), seed);
        }
        Path weights = recipe.model().initialWeights().get();
        ReferringModel model = ReferringModel.createLike(weights, configuration, seed);
        try {
            load(model, weights, recipe.model());
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
        return model;
    }

    private static void load(ReferringModel model, Path weights, ModelChoice choice) {
        try (SafetensorsFile file = Safetensors.open(weights)) {
            LoadRules rules = LoadRules.strict()
                    .allowMissing(name -> choice.freshParts().stream().anyMatch(name::startsWith));
            StateLoading.load(model.network(), file, rules);
        }
    }
}
