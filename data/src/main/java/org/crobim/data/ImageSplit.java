package org.crobim.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.crobim.core.error.InputException;

/**
 * Which image serves which purpose; a file {@code {"seed": 1, "train": [...], "val": [...], "test": [...]}}.
 *
 * <p>Whole images are split, never sentences, so that nothing seen in training is asked about later.
 *
 * @param seed that shuffled the names, for the record
 * @param train file names to learn from, at least one
 * @param val file names to choose by, never learnt from
 * @param test file names to report on, looked at once
 */
public record ImageSplit(long seed, List<String> train, List<String> val, List<String> test) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /** One of the three parts. */
    public enum Part {
        TRAIN,
        VAL,
        TEST;

        /** Lower-case name as in files and reports. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How many images each part receives.
     *
     * @param train at least 1
     * @param val at least 0
     * @param test at least 0
     */
    public record Counts(int train, int val, int test) {
        /** Checks the ranges. */
        public Counts {
            if (train < 1 || val < 0 || test < 0) {
                throw new IllegalArgumentException("A split needs train >= 1, val >= 0 and test >= 0, got %d, %d and %d"
                        .formatted(train, val, test));
            }
        }

        int sum() {
            return train + val + test;
        }
    }

    /** Checks that no name occurs twice and copies the lists. */
    public ImageSplit {
        train = List.copyOf(train);
        val = List.copyOf(val);
        test = List.copyOf(test);
        Set<String> seen = new HashSet<>();
        for (List<String> part : List.of(train, val, test)) {
            for (String name : part) {
                if (!seen.add(name)) {
                    throw new IllegalArgumentException("Image \"%s\" is named twice in the split".formatted(name));
                }
            }
        }
        if (train.isEmpty()) {
            throw new IllegalArgumentException("The split names no image to train on");
        }
    }

    /**
     * Shuffles names plainly.
     *
     * @param names all images; their order does not matter
     * @param seed the same seed gives the same split
     * @param counts must use up all names
     */
    public static ImageSplit of(Collection<String> names, long seed, Counts counts) {
        if (names.size() != counts.sum()) {
            throw new IllegalArgumentException(
                    "A split of %d images cannot hold %d names".formatted(counts.sum(), names.size()));
        }
        List<String> shuffled = new ArrayList<>(names);
        Collections.sort(shuffled);
        Collections.shuffle(shuffled, new Random(seed));
        int endOfVal = counts.train() + counts.val();
        return new ImageSplit(
                seed,
                sorted(shuffled.subList(0, counts.train())),
                sorted(shuffled.subList(counts.train(), endOfVal)),
                sorted(shuffled.subList(endOfVal, shuffled.size())));
    }

    /**
     * Reads a split file strictly, or a folder of lists ({@code train.txt}, {@code val.txt}, {@code test.txt}, one name a line) as
     * DIOR is published with; such a split has the seed 0.
     *
     * @throws InputException if it is missing, not of this form, or names an image twice
     */
    public static ImageSplit read(Path json) {
        if (Files.isDirectory(json)) {
            return SplitLists.read(json);
        }
        if (!Files.isRegularFile(json)) {
            throw new InputException(
                    "Split file %s does not exist. Expected JSON with seed, train, val and test, or a folder with train.txt, val.txt and test.txt."
                            .formatted(json));
        }
        try {
            return MAPPER.readValue(json.toFile(), ImageSplit.class);
        } catch (JsonProcessingException e) {
            throw new InputException(
                    "%s is no split file (seed, train, val, test): %s".formatted(json, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new InputException("%s cannot be read: %s".formatted(json, e.getMessage()), e);
        }
    }

    /** The file's content, one part a line. */
    public String toJson() {
        try {
            return """
                    {"seed": %d,
                     "train": %s,
                     "val": %s,
                     "test": %s}
                    """.formatted(
                            seed,
                            MAPPER.writeValueAsString(train),
                            MAPPER.writeValueAsString(val),
                            MAPPER.writeValueAsString(test));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("File names cannot be written as JSON", e);
        }
    }

    /** The names of one part. */
    public List<String> names(Part part) {
        return switch (part) {
            case TRAIN -> train;
            case VAL -> val;
            case TEST -> test;
        };
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }
}
