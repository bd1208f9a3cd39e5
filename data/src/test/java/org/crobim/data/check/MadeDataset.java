package org.crobim.data.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.crobim.core.file.AtomicFile;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.core.progress.Progress;
import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.risbench.RisBenchListing;
import org.crobim.data.sentence.SentenceLimit;
import org.crobim.data.sentence.TokenCounter;

/** A tiny data set in the layout of RISBench, made file by file. */
record MadeDataset(Path root) {
    static final int SIDE = 64;

    /** Counts words as tokens, and knows every word but "zorb". */
    private static final TokenCounter WORDS = sentence -> {
        List<String> words = List.of(sentence.split(" ", -1));
        return new TokenCounter.Reading(
                words.size() + 2, words.stream().filter("zorb"::equals).toList());
    };

    /** Two scenes, each with one sentence, a split each. */
    static MadeDataset clean(Path root) throws IOException {
        MadeDataset made = new MadeDataset(root);
        made.sample("train", "train_1_0.png", "the ship", scene(1), square(SIDE, 9));
        made.sample("test", "test_1_0.png", "the dam on the left", scene(2), square(SIDE, 20));
        return made;
    }

    void sample(String split, String fileName, String sentence, RgbImage image, Mask mask) throws IOException {
        image(fileName, image);
        mask(fileName, mask);
        line(split, fileName + " " + sentence);
    }

    void image(String fileName, RgbImage image) {
        AtomicFile.writeBytes(root.resolve("img_rgb").resolve(fileName), true, ImageFiles.encodePng(image));
    }

    void mask(String fileName, Mask mask) {
        AtomicFile.writeBytes(root.resolve("mask").resolve(fileName), true, ImageFiles.encodePng(mask));
    }

    void line(String split, String line) throws IOException {
        bytes(split, (line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void bytes(String split, byte[] line) throws IOException {
        Files.createDirectories(root);
        Files.write(
                root.resolve("output_phrase_%s.txt".formatted(split)),
                line,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    CheckReport check() {
        return check(2, ErrorPolicy.SKIP);
    }

    CheckReport check(int threads, ErrorPolicy onError) {
        CheckPlan plan = new CheckPlan(threads, onError, Optional.of(new SentenceLimit(WORDS, 8)));
        List<SampleListing> splits = RisBenchListing.splits(root).stream()
                .map(split -> (SampleListing) RisBenchListing.open(root, split))
                .toList();
        return new DatasetCheck(plan, Progress.silent()).run(splits);
    }

    /** A picture with large light and dark areas, another for each seed. */
    static RgbImage scene(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] coarse = new byte[3 * 20 * 20];
        random.nextBytes(coarse);
        return Resampling.bilinear(new RgbImage(20, 20, coarse), SIDE, SIDE);
    }

    static Mask square(int side, int objectSide) {
        byte[] pixels = new byte[side * side];
        for (int y = 0; y < objectSide; y++) {
            for (int x = 0; x < objectSide; x++) {
                pixels[y * side + x] = 1;
            }
        }
        return Mask.of(side, side, pixels);
    }
}
