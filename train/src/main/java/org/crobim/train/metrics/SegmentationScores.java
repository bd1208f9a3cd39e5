package org.crobim.train.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.crobim.core.mask.Mask;

/**
 * Collects the samples of an evaluation and sums them up.
 *
 * <p>A sample whose truth is empty scores 0, even for a correct empty prediction: so do the test programs behind the published
 * numbers ({@link #summary()}). {@link #emptyTruths()} and {@link #summaryWithoutEmptyTruths()} tell how much that matters. No
 * sample is ever dropped silently. One thread at a time.
 */
public final class SegmentationScores {
    private final List<SampleScore> samples = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /**
     * Adds one sample.
     *
     * @param id unique within the evaluation
     * @param prediction of the size of the truth
     * @param truth may be empty
     * @throws IllegalArgumentException if the masks differ in size or the id was added before
     */
    public void add(String id, Mask prediction, Mask truth, SampleTags tags) {
        if (prediction.width() != truth.width() || prediction.height() != truth.height()) {
            throw new IllegalArgumentException(
                    "Sample %s: prediction is %d x %d, truth is %d x %d; scale one of them first"
                            .formatted(id, prediction.width(), prediction.height(), truth.width(), truth.height()));
        }
        add(new SampleScore(id, tags, MaskOverlap.between(prediction, truth)));
    }

    /**
     * Adds one sample that is already counted.
     *
     * @throws IllegalArgumentException if its id was added before
     */
    public void add(SampleScore sample) {
        if (!ids.add(sample.id())) {
            throw new IllegalArgumentException(
                    "Sample %s is scored twice; every sample of an evaluation needs its own id".formatted(sample.id()));
        }
        samples.add(sample);
    }

    /** The samples in the order they were added; a view. */
    public List<SampleScore> samples() {
        return Collections.unmodifiableList(samples);
    }

    /** The figures over all samples, empty truths counted as 0: comparable with publications. */
    public ScoreSummary summary() {
        return summarize(sample -> true);
    }

    /** Number of samples without any pixel in the truth. */
    public long emptyTruths() {
        return samples.stream()
                .filter(sample -> sample.overlap().truthIsEmpty())
                .count();
    }

    /** The figures over the samples that have a target. */
    public ScoreSummary summaryWithoutEmptyTruths() {
        return summarize(sample -> !sample.overlap().truthIsEmpty());
    }

    /** The figures over the chosen samples. */
    public ScoreSummary summarize(Predicate<SampleScore> chosen) {
        ScoreTally tally = new ScoreTally();
        samples.stream().filter(chosen).forEach(sample -> tally.add(sample.overlap()));
        return tally.summary();
    }

    /** The figures of each group that has samples: sizes ascending, names in alphabetical order. */
    public Map<String, ScoreSummary> breakdown(Grouping grouping) {
        Map<String, String> labels = new TreeMap<>();
        Map<String, ScoreTally> tallies = new TreeMap<>();
        for (SampleScore sample : samples) {
            String key = grouping.sortKey(sample);
            labels.put(key, grouping.groupOf(sample));
            tallies.computeIfAbsent(key, unused -> new ScoreTally()).add(sample.overlap());
        }
        Map<String, ScoreSummary> groups = new LinkedHashMap<>();
        labels.forEach((key, label) -> {
            ScoreTally tally = tallies.get(key);
            if (tally != null) {
                groups.put(label, tally.summary());
            }
        });
        return Collections.unmodifiableMap(groups);
    }

    /**
     * 95 % intervals of the figures over all samples, by bootstrap over images.
     *
     * <p>Whole images are drawn, because sentences about one image succeed and fail together; drawing sentences would make the
     * intervals too narrow.
     *
     * @param resamples at least 100; 1000 is usual
     * @param random the only source of chance
     * @throws IllegalStateException if no sample was added
     */
    public ScoreIntervals intervals(int resamples, RandomGenerator random) {
        Map<String, ScoreTally> images = new LinkedHashMap<>();
        for (SampleScore sample : samples) {
            images.computeIfAbsent(sample.tags().imageId(), unused -> new ScoreTally())
                    .add(sample.overlap());
        }
        return ScoreIntervals.bootstrap(List.copyOf(images.values()), resamples, random);
    }
}
