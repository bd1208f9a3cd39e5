package org.crobim.train.loop;

import java.util.SplittableRandom;
import org.crobim.data.EpisodeSource;
import org.crobim.language.ObjectCategory;
import org.crobim.train.batch.RandomSeeds;
import org.crobim.train.config.TrainingRecipe;
import org.crobim.train.loss.CategoryWeights;

/** How often each class is seen in training, from a sample of episodes. */
final class CategoryStatistics {
    private static final int EPISODES = 256;

    private CategoryStatistics() {}

    /**
     * Weights of the dense category loss; the same for every start of a run, because its seed decides the sample.
     *
     * @return one weight for the background and each class; none where the recipe gives that loss no weight
     */
    static float[] weights(EpisodeSource source, TrainingRecipe recipe) {
        if (recipe.loss().category() == 0) {
            return new float[0];
        }
        long[] pixels = new long[ObjectCategory.values().length + 1];
        for (int i = 0; i < EPISODES; i++) {
            SplittableRandom random =
                    new SplittableRandom(RandomSeeds.of(recipe.runtime().seed(), RandomSeeds.Stream.STATISTICS, i));
            byte[] categories =
                    source.episode(random.nextInt(source.size()), random).categories();
            for (byte category : categories) {
                if (category >= 0) {
                    pixels[category]++;
                }
            }
        }
        return CategoryWeights.ofPixelCounts(pixels);
    }
}
