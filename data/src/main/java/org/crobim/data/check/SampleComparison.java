package org.crobim.data.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.crobim.data.likeness.ImageFingerprint;

/** Compares all samples of a data set: the same sentence about the same pixels, twice. */
final class SampleComparison {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern END = Pattern.compile("[\\s.]+$");

    private final Map<Question, Asked> questions = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Image and sentence. */
    private record Question(ImageFingerprint image, String sentence) {}

    /** The first sample with a question. */
    private record Asked(ListedSample sample, OptionalLong mask) {}

    /** Findings about samples that are there more than once, in the order of the data set. */
    static List<Finding> compare(List<InspectedImage> images) {
        SampleComparison comparison = new SampleComparison();
        for (InspectedImage image : images) {
            image.fingerprint().ifPresent(print -> comparison.add(image, print));
        }
        return comparison.findings;
    }

    private void add(InspectedImage image, ImageFingerprint fingerprint) {
        List<ListedSample> samples = image.unit().samples();
        for (int i = 0; i < samples.size(); i++) {
            Asked asked = new Asked(samples.get(i), image.masks().get(i));
            Asked before = questions.putIfAbsent(new Question(fingerprint, plain(asked.sample.sentence())), asked);
            if (before != null) {
                compare(asked, before);
            }
        }
    }

    private void compare(Asked asked, Asked before) {
        if (!asked.sample.split().equals(before.sample.split())) {
            add(asked, FindingKind.LEAKED_SAMPLE, "\"%s\" is asked about the same pixels as %s in split %s", before);
        } else if (asked.mask.equals(before.mask)) {
            add(asked, FindingKind.DUPLICATE_SAMPLE, "\"%s\" is asked about the same pixels as %s", before);
        } else if (asked.mask.isPresent() && before.mask.isPresent()) {
            add(asked, FindingKind.AMBIGUOUS_SENTENCE, "\"%s\" has another mask on the same pixels as %s", before);
        }
    }

    private void add(Asked asked, FindingKind kind, String pattern, Asked before) {
        String message = pattern.formatted(asked.sample.sentence(), before.sample.id(), before.sample.split());
        findings.add(Finding.about(asked.sample, kind, asked.sample.place(), message));
    }

    /** What is left of a sentence when spelling does not count. */
    private static String plain(String sentence) {
        String oneLine = SPACES.matcher(sentence.strip()).replaceAll(" ");
        return END.matcher(oneLine).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
