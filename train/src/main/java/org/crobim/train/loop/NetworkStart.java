package org.crobim.train.loop;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.crobim.core.error.WeightsException;
import org.crobim.model.fused.FusedNetwork;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.referring.ReferringNetwork;
import org.crobim.model.weights.LoadRules;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.SafetensorsFile;
import org.crobim.model.weights.StateLoading;
import org.crobim.model.weights.convert.PretrainedParts;
import org.crobim.train.config.ModelChoice;
import org.crobim.train.config.TrainingRecipe;

/** Makes the network that a run begins or goes on with. */
final class NetworkStart {
    /** Parameters of a Swin Transformer by their official names. */
    private static final Pattern SWIN =
            Pattern.compile("(patch_embed|layers\\.\\d+\\.(blocks|downsample)|norm\\d?)\\..*");

    private NetworkStart() {}

    /**
     * The network of a run.
     *
     * <p>A fresh network has the vocabulary of the job, and published encoders where the recipe names them. One that starts from given weights, or from a checkpoint, has that file's.
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
        ModelChoice choice = recipe.model();
        ReferringModel model = choice.initialWeights()
                .map(weights -> ReferringModel.createLike(weights, configuration, seed))
                .orElseGet(() -> ReferringModel.create(configuration, job.vocabulary(), seed));
        try {
            choice.initialWeights().ifPresent(weights -> load(model, weights, choice));
            loadPublished(model.network(), choice);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
        return model;
    }

    /** Published encoders: in networks that fuse words early the image encoder has other parts between its own. */
    private static void loadPublished(ReferringNetwork network, ModelChoice choice) {
        boolean fused = network instanceof FusedNetwork;
        choice.initialVision()
                .ifPresent(file -> PretrainedParts.vision(
                        network,
                        fused ? "backbone." : "vision.",
                        name -> fused && !SWIN.matcher(name).matches(),
                        file));
        choice.initialText().ifPresent(file -> PretrainedParts.text(network, fused ? "text_encoder." : "text.", file));
    }

    private static void load(ReferringModel model, Path weights, ModelChoice choice) {
        try (SafetensorsFile file = Safetensors.open(weights)) {
            LoadRules rules = LoadRules.strict()
                    .allowMissing(name -> choice.freshParts().stream().anyMatch(name::startsWith));
            StateLoading.load(model.network(), file, rules);
        }
    }
}
