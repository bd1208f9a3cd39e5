package org.crobim.train.source;

import java.nio.file.Path;
import java.util.List;
import org.crobim.core.error.ConfigurationException;
import org.crobim.data.EpisodeSource;
import org.crobim.data.ImageSplit;
import org.crobim.data.MixtureEpisodes;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.crobim.data.augment.BlackSquares;
import org.crobim.data.augment.DatasetEpisodes;
import org.crobim.data.augment.RecolouredEpisodes;
import org.crobim.data.coco.CocoEpisodes;
import org.crobim.data.coco.CocoImage;
import org.crobim.data.coco.CocoInstances;
import org.crobim.data.coco.CocoReferringDataset;
import org.crobim.data.published.PublishedDataset;
import org.crobim.data.render.RenderedEpisodes;
import org.crobim.data.render.RenderedReferringDataset;
import org.crobim.data.render.SceneSpec;
import org.crobim.language.SentenceSource;
import org.crobim.language.generate.ExpressionGenerator;
import org.crobim.language.generate.GeneratorOptions;
import org.crobim.language.generate.StratumMix;
import org.crobim.language.phrase.ParaphraseStyle;
import org.crobim.train.config.DataChoice;
import org.crobim.train.config.EvaluationChoice;
import org.crobim.train.config.TrainingRecipe;

/**
 * What a recipe's network learns from and is judged on.
 *
 * @param episodes to learn from, at the input side of the network
 * @param validation fixed list of sentences, those that match nothing included; no image of it is among the episodes
 * @param sentences that the data brings beside the grammar's, whose words a fresh vocabulary should hold
 */
public record TrainingData(EpisodeSource episodes, ReferringDataset validation, List<String> sentences) {
    /** Rendered scenes called an epoch; every one is new, whatever the number. */
    private static final int RENDERED_EPOCH = 1000;

    private static final int RENDERED_VALIDATION_SCENES = 100;

    /**
     * Opens the data of a recipe; images of COCO formats are read into memory.
     *
     * @throws org.crobim.core.error.InputException if files are missing or damaged
     * @throws ConfigurationException if the network's shape is not possible
     */
    public static TrainingData of(TrainingRecipe recipe) {
        DataChoice data = recipe.data();
        int side = recipe.network().inputSide();
        return switch (data.format()) {
            case RENDERED -> new TrainingData(rendered(data, side), renderedList(recipe, side), List.of());
            case COCO -> {
                Annotated annotated = Annotated.read(data);
                yield new TrainingData(annotated.episodes(side), annotated.list(recipe.evaluation()), List.of());
            }
            case MIXTURE -> {
                Annotated annotated = Annotated.read(data);
                yield new TrainingData(
                        mixture(annotated.episodes(side), rendered(data, side), data.renderedShare()),
                        annotated.list(recipe.evaluation()),
                        List.of());
            }
            case RISBENCH -> published(PublishedDataset.RISBENCH, recipe);
            case RRSISD -> published(PublishedDataset.RRSISD, recipe);
            case REFSEGRS -> published(PublishedDataset.REFSEGRS, recipe);
        };
    }

    /** Images with outlines, split by a file. */
    private record Annotated(DataChoice data, CocoInstances instances, Path folder, ImageSplit split) {
        static Annotated read(DataChoice data) {
            return new Annotated(
                    data,
                    CocoInstances.read(data.resolve(data.annotations().orElseThrow())),
                    data.resolve(data.images().orElseThrow()),
                    ImageSplit.read(data.resolve(data.split().orElseThrow())));
        }

        CocoEpisodes episodes(int side) {
            CocoEpisodes.Plan plan = new CocoEpisodes.Plan(
                    side,
                    data.questionsPerImage(),
                    data.longSidePixels(),
                    data.augmentation().augmentation());
            return CocoEpisodes.load(images(ImageSplit.Part.TRAIN), folder, plan, trainingSentences(data));
        }

        CocoReferringDataset list(EvaluationChoice evaluation) {
            CocoReferringDataset.Plan plan =
                    new CocoReferringDataset.Plan("validation", evaluation.questionsPerImage(), evaluation.seed());
            return CocoReferringDataset.create(
                    plan, images(ImageSplit.Part.VAL), folder, new ExpressionGenerator(GeneratorOptions.standard()));
        }

        private List<CocoImage> images(ImageSplit.Part part) {
            return instances.named(split.names(part));
        }
    }

    private static EpisodeSource mixture(EpisodeSource photographs, EpisodeSource scenes, double renderedShare) {
        if (renderedShare == 0) {
            return photographs;
        }
        if (renderedShare == 1) {
            return scenes;
        }
        return new MixtureEpisodes(List.of(
                new MixtureEpisodes.Part(photographs, 1 - renderedShare),
                new MixtureEpisodes.Part(scenes, renderedShare)));
    }

    private static EpisodeSource rendered(DataChoice data, int side) {
        return new RecolouredEpisodes(
                new RenderedEpisodes(scenes(side), RENDERED_EPOCH, data.questionsPerImage(), trainingSentences(data)),
                data.augmentation().augmentation().photometry());
    }

    private static ReferringDataset renderedList(TrainingRecipe recipe, int side) {
        EvaluationChoice evaluation = recipe.evaluation();
        return RenderedReferringDataset.create(
                new RenderedReferringDataset.Plan(
                        "rendered validation",
                        RENDERED_VALIDATION_SCENES,
                        evaluation.questionsPerImage(),
                        evaluation.seed()),
                scenes(side),
                new ExpressionGenerator(GeneratorOptions.standard()));
    }

    private static SceneSpec scenes(int side) {
        try {
            return SceneSpec.square(side);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "model.inputSide is %d: %s. Choose another side or another data.format."
                            .formatted(side, e.getMessage()),
                    e);
        }
    }

    private static TrainingData published(PublishedDataset dataset, TrainingRecipe recipe) {
        DataChoice data = recipe.data();
        Path root = data.root().orElseThrow();
        ReferringDataset train = hiddenInPart(dataset.open(root, "train"), recipe);
        DatasetEpisodes.Plan plan = new DatasetEpisodes.Plan(
                recipe.network().inputSide(),
                data.questionsPerImage(),
                data.augmentation().augmentation().photometry());
        return new TrainingData(
                data.everySentence() ? DatasetEpisodes.bySentence(train, plan) : new DatasetEpisodes(train, plan),
                dataset.open(root, "val"),
                train.samples().stream().map(ReferringSample::text).toList());
    }

    private static ReferringDataset hiddenInPart(ReferringDataset train, TrainingRecipe recipe) {
        double share = recipe.data().augmentation().blackSquareShare();
        return share == 0
                ? train
                : new BlackSquares(train, share, recipe.runtime().seed());
    }

    private static SentenceSource trainingSentences(DataChoice data) {
        StratumMix usual = StratumMix.balanced();
        StratumMix mix = new StratumMix(usual.weights(), data.negativeShare(), data.contrastShare());
        GeneratorOptions options = GeneratorOptions.standard().withMix(mix);
        SentenceSource varied = new ExpressionGenerator(options);
        SentenceSource plain = new ExpressionGenerator(options.withStyle(ParaphraseStyle.PLAIN));
        double plainShare = data.plainShare();
        return (layout, count, random) ->
                (random.nextDouble() < plainShare ? plain : varied).sentences(layout, count, random);
    }
}
