package org.crobim.train.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.mask.Mask;
import org.crobim.data.Episode;
import org.crobim.data.EpisodeSource;
import org.crobim.model.referring.MaskPrediction;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TokenBatch;
import org.crobim.train.config.RecipeReader;
import org.crobim.train.metrics.MaskOverlap;
import org.crobim.train.run.ExistingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverfitTest {
    private static final int SIDE = 128;
    private static final int BOX_SIDE = 64;
    private static final String RECIPE = """
            name: overfit
            model: {preset: nano, inputSide: 128}
            data: {format: rendered}
            optimization:
              steps: 120
              imagesPerStep: 2
              learningRate: 2.0e-3
              warmUpSteps: 10
              weightDecay: 0.0
              emaDecay: 0.9
            loss: {category: 0.0, lossStride: 1}
            evaluation: {everySteps: 120}
            runtime: {threads: 1, checkpointEverySteps: 1000}
            """;

    @TempDir
    private Path folder;

    /** Two images, each asked for its red and its blue box. */
    private static final class FourTriplets implements EpisodeSource {
        private final EpisodeSource boxes = new BoxEpisodes(SIDE, 4, BOX_SIDE);

        @Override
        public int size() {
            return 2;
        }

        @Override
        public Episode episode(int index, java.util.random.RandomGenerator random) {
            // Even images of the source ask for both boxes; the noise is part of the picture and stays.
            return boxes.episode(2 * index, new SplittableRandom(index));
        }
    }

    @Test
    void nanoLearnsFourTripletsByHeart() {
        EpisodeSource source = new FourTriplets();
        Validation validation =
                (model, run, step) -> Map.of(Validation.SCORE, meanIntersectionOverUnion(model, source));

        TrainingOutcome outcome = TinyTraining.train(
                RecipeReader.parse(RECIPE, "overfit", List.of()),
                source,
                folder.resolve("run"),
                ExistingRun.REFUSE,
                new TinyTraining.Watch(() -> false, validation));

        assertThat(outcome.bestScore()).isPresent();
        assertThat(outcome.bestScore().getAsDouble()).isGreaterThan(95);
    }

    private static double meanIntersectionOverUnion(ReferringModel model, EpisodeSource source) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < source.size(); i++) {
            Episode episode = source.episode(i, new SplittableRandom(0));
            for (Episode.Question question : episode.questions()) {
                Mask predicted = predict(model, episode, question);
                sum += MaskOverlap.between(predicted, question.target()).intersectionOverUnion();
                count++;
            }
        }
        return 100 * sum / count;
    }

    private static Mask predict(ReferringModel model, Episode episode, Episode.Question question) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            MaskPrediction prediction = model.network()
                    .locate(
                            model.network().encode(model.images(List.of(episode.image()))),
                            TokenBatch.of(List.of(model.tokenizer().encode(question.text()))),
                            new int[] {0});
            Tensor logits = Ops.resizeBilinear(prediction.logits(), SIDE, SIDE);
            return Mask.of(SIDE, SIDE, Tensors.toBytes(logits.argmax(new LongOptional(3), false)));
        }
    }
}
