package org.crobim.train.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.crobim.core.error.InputException;
import org.crobim.core.image.RgbImage;
import org.crobim.core.progress.Progress;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;

/**
 * Asks a predictor every sentence of a data set and scores the answers.
 *
 * <p>Images are streamed and read ahead by one thread. Each image is encoded once for all of its sentences under all text
 * controls, and a sentence that two samples or controls share is asked once. Nothing is drawn at random but the shuffled
 * sentences, which the seed determines.
 */
public final class Evaluator {
    private final ReferringPredictor predictor;
    private final long seed;

    /**
     * @param predictor answers in the calling thread
     * @param seed of the shuffled sentences
     */
    public Evaluator(ReferringPredictor predictor, long seed) {
        this.predictor = predictor;
        this.seed = seed;
    }

    /**
     * Evaluates the full sentences.
     *
     * @throws InputException if the data set is empty or inconsistent
     */
    public EvaluationResult evaluate(ReferringDataset dataset, Progress progress) {
        return evaluate(dataset, Set.of(TextControl.FULL), progress).full();
    }

    /**
     * Evaluates several text controls in one pass over the images.
     *
     * @param controls {@link TextControl#FULL} is always added
     * @param progress counts images; not closed
     * @throws InputException if the data set is empty, an id occurs twice, or a mask has not the size of its image
     */
    public ControlReport evaluate(ReferringDataset dataset, Set<TextControl> controls, Progress progress) {
        List<ReferringSample> samples = dataset.samples();
        requireUsable(dataset);
        ControlledSentences sentences = new ControlledSentences(samples, new SplittableRandom(seed));
        Map<TextControl, List<SampleResult>> results = new EnumMap<>(TextControl.class);
        results.put(TextControl.FULL, new ArrayList<>());
        controls.forEach(control -> results.putIfAbsent(control, new ArrayList<>()));
        try (ImageFeed feed = new ImageFeed(dataset, predictor.inputSidePixels())) {
            progress.start("images of " + dataset.name(), feed.images());
            for (var loaded = feed.take(); loaded.isPresent(); loaded = feed.take()) {
                score(loaded.get(), samples, sentences, results);
                progress.step(1);
            }
        }
        Map<TextControl, EvaluationResult> byControl = new EnumMap<>(TextControl.class);
        results.forEach((control, list) -> byControl.put(control, new EvaluationResult(dataset.name(), control, list)));
        return new ControlReport(byControl);
    }

    private void score(
            LoadedImage loaded,
            List<ReferringSample> samples,
            ControlledSentences sentences,
            Map<TextControl, List<SampleResult>> results) {
        int from = loaded.first();
        int to = from + loaded.truths().size();
        Map<String, TargetPrediction> answers =
                answers(loaded.image(), sentences.distinctSentences(from, to, results.keySet()));
        results.forEach((control, list) -> {
            for (int i = from; i < to; i++) {
                SampleResult.Truth truth = loaded.truths().get(i - from);
                ReferringSample sample = samples.get(i);
                sentences.sentence(i, control).ifPresent(asked -> {
                    TargetPrediction prediction = Objects.requireNonNull(answers.get(asked));
                    list.add(SampleResult.of(sample, asked, truth, judge(prediction)));
                });
            }
        });
    }

    private SampleResult.JudgedPrediction judge(TargetPrediction prediction) {
        return new SampleResult.JudgedPrediction(prediction, prediction.presence() >= predictor.presenceThreshold());
    }

    private Map<String, TargetPrediction> answers(RgbImage image, List<String> sentences) {
        List<TargetPrediction> predictions = predictor.predict(image, sentences);
        if (predictions.size() != sentences.size()) {
            throw new IllegalStateException(
                    "The predictor gave %d answers to %d sentences".formatted(predictions.size(), sentences.size()));
        }
        Map<String, TargetPrediction> answers = new HashMap<>();
        for (int i = 0; i < sentences.size(); i++) {
            answers.put(sentences.get(i), predictions.get(i));
        }
        return answers;
    }

    private static void requireUsable(ReferringDataset dataset) {
        if (dataset.samples().isEmpty()) {
            throw new InputException(("%s has no samples, expected at least one (image, sentence) pair."
                            + " Check the split name and that its list is not empty.")
                    .formatted(dataset.name()));
        }
        Map<String, Integer> seen = new HashMap<>();
        dataset.samples().forEach(sample -> seen.merge(sample.id(), 1, Integer::sum));
        seen.forEach((id, count) -> {
            if (count > 1) {
                throw new InputException("%s: sample id %s occurs %d times, expected once. Make the ids unique."
                        .formatted(dataset.name(), id, count));
            }
        });
    }
}
