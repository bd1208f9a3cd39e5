package org.crobim.train.loop;

import java.nio.file.Path;
import org.crobim.core.error.WeightsException;
import org.crobim.model.crobim.CroBimConfiguration;
import org.crobim.model.crobim.CroBimModel;
import org.crobim.model.text.Vocabulary;
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
    static CroBimModel create(TrainingJob job, CheckpointStore checkpoints) {
        TrainingRecipe recipe = job.recipe();
        CroBimConfiguration configuration = recipe.network();
        long seed = recipe.runtime().seed();
        if (job.run().resumed() && checkpoints.canResume()) {
            return asIn(checkpoints.last(), configuration, seed);
        }
        if (recipe.model().initialWeights().isEmpty()) {
            return CroBimModel.create(configuration, job.vocabulary(), seed);
        }
        Path weights = recipe.model().initialWeights().get();
        CroBimModel model = CroBimModel.create(configuration, vocabularyOf(weights), seed);
        load(model, weights, recipe.model());
        return model;
    }

    /** What a run keeps beside the weights themselves; those come with the state of the optimizer. */
    private static CroBimModel asIn(Path checkpoint, CroBimConfiguration configuration, long seed) {
        try (CroBimModel kept = CroBimModel.load(checkpoint)) {
            CroBimModel model = CroBimModel.create(configuration, kept.vocabulary(), seed);
            model.setPresenceThreshold(kept.presenceThreshold());
            return model;
        }
    }

    private static Vocabulary vocabularyOf(Path weights) {
        try (CroBimModel model = CroBimModel.load(weights)) {
            return model.vocabulary();
        }
    }

    private static void load(CroBimModel model, Path weights, ModelChoice choice) {
        try (SafetensorsFile file = Safetensors.open(weights)) {
            LoadRules rules = LoadRules.strict()
                    .allowMissing(name -> choice.freshParts().stream().anyMatch(name::startsWith));
            StateLoading.load(model.network(), file, rules);
        }
    }
}
