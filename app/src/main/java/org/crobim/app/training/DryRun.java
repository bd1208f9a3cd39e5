package org.crobim.app.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.crobim.core.error.InputException;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.tensor.Engine;
import org.crobim.model.text.Vocabulary;
import org.crobim.train.benchmark.StepCost;
import org.crobim.train.benchmark.Stopwatch;
import org.crobim.train.config.DataChoice;
import org.crobim.train.config.ModelChoice;
import org.crobim.train.config.OptimizationChoice;
import org.crobim.train.config.TrainingRecipe;
import org.crobim.train.source.FreshVocabulary;
import org.crobim.train.source.TrainingData;

/** What a run would be, and what it would cost on this machine, without writing anything. */
public final class DryRun {
    /** A pass of a large network takes long, and its share for each image hardly depends on their number. */
    private static final int MOST_IMAGES = 2;

    private static final int TIMED_RUNS = 1;

    private final PlannedRun plan;
    private final TrainingRecipe recipe;

    private DryRun(PlannedRun plan) {
        this.plan = plan;
        recipe = plan.recipe();
    }

    /**
     * What would be trained. Data and published weights that are not there yet do not matter: noise of the same shape stands in.
     *
     * @param preset shape of the network
     * @param inputSide pixels
     * @param parameters of the network, auxiliary heads of the training included
     * @param imageBranchParameters of these, all but the text encoder's
     * @param maximumTokens longest sentence in word pieces
     * @param logits shape of the answers to a pass, (questions, height, width, 2)
     * @param steps of the whole run; empty if that depends on data that is not there
     * @param images of one pass over the training data; those of drawn scenes are a convention, those of a published data set that
     *     is not there are the published number
     * @param validationSentences asked at each evaluation; 0 if the data is not there
     * @param missing files that the run needs and that are not there
     * @param passImages images of the measured pass, one question each
     * @param passSeconds time of that pass and a step of AdamW
     * @param stepsPerSecond estimated from it, in proportion to the questions of a step and shared by the replicas
     * @param peakMegabytes most memory of this process, 2^20 bytes
     * @param folder where the run would be
     */
    public record Size(
            String preset,
            int inputSide,
            long parameters,
            long imageBranchParameters,
            int maximumTokens,
            List<Long> logits,
            OptionalInt steps,
            OptionalInt images,
            int validationSentences,
            List<String> missing,
            int passImages,
            double passSeconds,
            double stepsPerSecond,
            long peakMegabytes,
            String folder) {}

    /**
     * Opens what is there, builds the network and lets it learn from noise for a moment.
     *
     * @throws InputException if data is there but damaged
     */
    public static Size of(PlannedRun plan) {
        return Engine.call("measuring a training step", () -> new DryRun(plan).size());
    }

    private Size size() {
        NetworkConfiguration network = recipe.network();
        Optional<TrainingData> data = isThere(dataFiles()) ? Optional.of(TrainingData.of(recipe)) : Optional.empty();
        OptimizationChoice choice = recipe.optimization();
        int imagesOfPass = choice.imagesPerStep() / (choice.replicas() * choice.accumulation());
        StepCost.Means means = new StepCost.Means(
                recipe.runtime().threads() * choice.replicas(),
                recipe.runtime().precision(),
                Math.min(imagesOfPass, MOST_IMAGES),
                TIMED_RUNS);
        StepCost cost = StepCost.measure(network, vocabulary(network, data), means, new Stopwatch(System::nanoTime));
        OptionalInt images =
                data.map(known -> OptionalInt.of(known.episodes().size())).orElseGet(this::publishedSentences);
        double questionsOfStep = (double) choice.imagesPerStep() * recipe.data().questionsPerImage();
        return new Size(
                network.preset(),
                network.inputSide(),
                cost.parameters(),
                cost.parameters() - cost.textParameters(),
                network.maximumTokens(),
                cost.logits(),
                steps(images),
                images,
                data.map(known -> known.validation().samples().size()).orElse(0),
                Stream.concat(dataFiles().stream(), modelFiles().stream())
                        .filter(file -> !Files.exists(file))
                        .map(Path::toString)
                        .toList(),
                cost.passImages(),
                cost.passMillis() / 1e3,
                cost.passImages() / questionsOfStep / (cost.passMillis() / 1e3),
                cost.peakMegabytes(),
                plan.folder().toString());
    }

    private OptionalInt steps(OptionalInt images) {
        OptimizationChoice choice = recipe.optimization();
        if (choice.steps().isPresent()) {
            return choice.steps();
        }
        return images.isPresent() || choice.epochSteps().isPresent()
                ? OptionalInt.of(choice.totalSteps(images.orElse(1)))
                : OptionalInt.empty();
    }

    private Vocabulary vocabulary(NetworkConfiguration network, Optional<TrainingData> data) {
        ModelChoice model = recipe.model();
        if (model.vocabulary().filter(file -> !Files.exists(file)).isPresent()) {
            return Vocabulary.placeholder(network.usualVocabularySize());
        }
        return FreshVocabulary.of(model, data.map(TrainingData::sentences).orElse(List.of()));
    }

    /** Sentences of the training split as released, where each of them is shown as an image of its own. */
    private OptionalInt publishedSentences() {
        if (!recipe.data().everySentence()) {
            return OptionalInt.empty();
        }
        return switch (recipe.data().format()) {
            case RISBENCH -> OptionalInt.of(26_300);
            case RRSISD -> OptionalInt.of(12_181);
            case REFSEGRS -> OptionalInt.of(2_172);
            case COCO, MIXTURE, RENDERED -> OptionalInt.empty();
        };
    }

    private static boolean isThere(List<Path> files) {
        return files.stream().allMatch(Files::exists);
    }

    private List<Path> dataFiles() {
        DataChoice data = recipe.data();
        return switch (data.format()) {
            case RISBENCH, RRSISD, REFSEGRS -> List.of(data.root().orElseThrow());
            case COCO, MIXTURE ->
                Stream.of(data.images(), data.annotations(), data.split())
                        .map(file -> data.resolve(file.orElseThrow()))
                        .toList();
            case RENDERED -> List.of();
        };
    }

    private List<Path> modelFiles() {
        ModelChoice model = recipe.model();
        return Stream.of(
                        model.initialWeights(),
                        model.initialVision(),
                        model.initialText(),
                        model.vocabulary(),
                        model.words())
                .flatMap(Optional::stream)
                .toList();
    }
}
