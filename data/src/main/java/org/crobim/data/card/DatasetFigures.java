package org.crobim.data.card;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.crobim.data.mix.SentenceKind;

/**
 * What a data set holds, in the figures that RISBench publishes; maps are sorted by key.
 *
 * @param samples pairs of image and sentence
 * @param images source images with at least one sample
 * @param splits samples of each split
 * @param classes samples of each class and, within, of each size group
 * @param sizeGroups samples of each size group
 * @param strata samples of each stratum
 * @param attributes sentences that use each kind of attribute beside the class
 * @param sentences their words
 * @param tags overlapping kinds of sentences
 */
public record DatasetFigures(
        int samples,
        int images,
        Map<String, Integer> splits,
        Map<String, Map<String, Integer>> classes,
        Map<String, Integer> sizeGroups,
        Map<String, Integer> strata,
        Map<String, Integer> attributes,
        Sentences sentences,
        Tags tags) {
    /**
     * The words of the sentences. A word is what stands between spaces, without punctuation at its ends, in lower case.
     *
     * @param distinct sentences that differ
     * @param meanWords words of a sentence, mean; two decimals
     * @param deviationWords standard deviation; two decimals
     * @param lengths sentences with each number of words
     * @param vocabulary words that differ
     */
    public record Sentences(
            int distinct, double meanWords, double deviationWords, Map<Integer, Integer> lengths, int vocabulary) {}

    /**
     * Kinds of sentences that overlap.
     *
     * @param superlative sentences with a superlative
     * @param compositional sentences with at least two kinds of attributes beside the class
     * @param twoDistractors samples whose image shows at least two more objects of the class
     * @param objectsKnown samples of whose image it is known how many objects of the class it shows
     */
    public record Tags(int superlative, int compositional, int twoDistractors, int objectsKnown) {}

    /** Counts. */
    public static DatasetFigures of(Collection<CardSample> samples) {
        Map<String, Map<String, Integer>> classes = new TreeMap<>();
        Map<String, Integer> attributes = new TreeMap<>();
        for (CardSample sample : samples) {
            classes.computeIfAbsent(sample.category(), key -> new TreeMap<>())
                    .merge(sample.sizeGroup(), 1, Integer::sum);
            sample.attributes().forEach(kind -> attributes.merge(kind, 1, Integer::sum));
        }
        Set<String> images = new HashSet<>();
        samples.forEach(sample -> images.add(sample.image()));
        return new DatasetFigures(
                samples.size(),
                images.size(),
                counts(samples, CardSample::split),
                classes,
                counts(samples, CardSample::sizeGroup),
                counts(samples, CardSample::stratum),
                attributes,
                sentences(samples),
                new Tags(
                        count(samples, sample -> SentenceKind.isSuperlative(sample.sentence())),
                        count(samples, sample -> SentenceKind.isCompositional(sample.attributes())),
                        count(samples, sample -> sample.objectsOfClass() >= 3),
                        count(samples, sample -> sample.objectsOfClass() > 0)));
    }

    private static Map<String, Integer> counts(Collection<CardSample> samples, Function<CardSample, String> key) {
        Map<String, Integer> counts = new TreeMap<>();
        samples.forEach(sample -> counts.merge(key.apply(sample), 1, Integer::sum));
        return counts;
    }

    private static int count(Collection<CardSample> samples, Function<CardSample, Boolean> wanted) {
        return (int) samples.stream().filter(wanted::apply).count();
    }

    private static Sentences sentences(Collection<CardSample> samples) {
        Map<Integer, Integer> lengths = new TreeMap<>();
        Set<String> vocabulary = new HashSet<>();
        Set<String> distinct = new HashSet<>();
        double sum = 0;
        double squares = 0;
        for (CardSample sample : samples) {
            List<String> words = words(sample.sentence());
            lengths.merge(words.size(), 1, Integer::sum);
            vocabulary.addAll(words);
            distinct.add(sample.sentence());
            sum += words.size();
            squares += (double) words.size() * words.size();
        }
        double mean = samples.isEmpty() ? 0 : sum / samples.size();
        double variance = samples.isEmpty() ? 0 : Math.max(0, squares / samples.size() - mean * mean);
        return new Sentences(distinct.size(), rounded(mean), rounded(Math.sqrt(variance)), lengths, vocabulary.size());
    }

    /** The words of a sentence. */
    static List<String> words(String sentence) {
        return Pattern.compile("\\s+")
                .splitAsStream(sentence.toLowerCase(Locale.ROOT))
                .map(word -> word.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static double rounded(double value) {
        return Math.round(100 * value) / 100.0;
    }
}
