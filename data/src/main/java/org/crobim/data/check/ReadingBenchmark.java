package org.crobim.data.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.crobim.core.error.InputException;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.core.progress.Progress;
import org.crobim.data.sentence.KnownScene;

/**
 * Compares the speed of a check with that of decoding alone: {@link ImageIO#read(java.io.File)} of the same files with the
 * same number of threads. Both take turns, so that a busy machine slows both.
 */
public final class ReadingBenchmark {
    private static final double NANOSECONDS_OF_A_SECOND = 1e9;

    private final CheckPlan plan;
    private final LongSupplier nanoseconds;

    /**
     * @param plan how to check
     * @param nanoseconds a clock that never goes back
     */
    public ReadingBenchmark(CheckPlan plan, LongSupplier nanoseconds) {
        this.plan = plan;
        this.nanoseconds = nanoseconds;
    }

    /**
     * How much is measured.
     *
     * @param samples most samples of a round, from the beginning, at least 1
     * @param rounds at least 1
     */
    public record Extent(int samples, int rounds) {
        /** Checks the numbers. */
        public Extent {
            if (samples < 1 || rounds < 1) {
                throw new IllegalArgumentException(
                        "A benchmark needs a sample and a round, got %d and %d".formatted(samples, rounds));
            }
        }
    }

    /**
     * The outcome; medians over the rounds.
     *
     * @param samples of a round
     * @param files decoded in a round, images and masks
     * @param decodingSamplesPerSecond ImageIO alone
     * @param checkingSamplesPerSecond reading and checking
     * @param share of the speed of decoding that is left when checking
     */
    public record Speed(
            int samples, int files, double decodingSamplesPerSecond, double checkingSamplesPerSecond, double share) {}

    /**
     * Measures after one round that warms up.
     *
     * @param splits what to read
     * @param extent how much, how often
     * @param progress counts rounds
     * @throws InputException if there is no sample, or a file cannot be decoded
     */
    public Speed measure(List<SampleListing> splits, Extent extent, Progress progress) {
        List<SampleListing> listings = first(splits, extent.samples);
        int rounds = extent.rounds;
        List<Path> files = listings.stream().flatMap(ReadingBenchmark::files).toList();
        int samples =
                listings.stream().mapToInt(listing -> listing.samples().size()).sum();
        if (files.isEmpty()) {
            throw new InputException("There is no image file to read. Name a data set with samples.");
        }
        progress.start("rounds", rounds + 1L);
        double[] decoding = new double[rounds];
        double[] checking = new double[rounds];
        double[] shares = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            double decode = seconds(() -> decode(files));
            double check = seconds(() -> new DatasetCheck(plan, Progress.silent()).run(listings));
            if (round >= 0) {
                decoding[round] = samples / decode;
                checking[round] = samples / check;
                shares[round] = decode / check;
            }
            progress.step(1);
        }
        return new Speed(samples, files.size(), median(decoding), median(checking), median(shares));
    }

    private static List<SampleListing> first(List<SampleListing> splits, int samples) {
        List<SampleListing> first = new ArrayList<>();
        int left = samples;
        for (SampleListing listing : splits) {
            SampleListing part = new FirstSamples(listing, left);
            left -= part.samples().size();
            first.add(part);
        }
        return first;
    }

    /** The files that a check reads: an image once for the samples about it, a mask for each sample. */
    private static Stream<Path> files(SampleListing listing) {
        List<Path> files = new ArrayList<>();
        for (ImageUnit unit : ImageUnit.of(listing)) {
            unit.imageFile().ifPresent(files::add);
            unit.samples().stream()
                    .map(listing::maskFile)
                    .flatMap(Optional::stream)
                    .forEach(files::add);
        }
        return files.stream();
    }

    private void decode(List<Path> files) {
        AtomicInteger next = new AtomicInteger();
        Workers.run(plan.threads(), () -> {
            for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
                decode(files.get(i));
            }
        });
    }

    private static void decode(Path file) {
        try {
            if (ImageIO.read(file.toFile()) == null) {
                throw new InputException(
                        "%s: is no image that ImageIO reads. Check the data set first.".formatted(file));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new InputException(
                    "%s: cannot be read (%s). Check the data set first.".formatted(file, e.getMessage()), e);
        }
    }

    private double seconds(Runnable work) {
        long start = nanoseconds.getAsLong();
        work.run();
        return (nanoseconds.getAsLong() - start) / NANOSECONDS_OF_A_SECOND;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /**
     * The beginning of a listing.
     *
     * @param all the whole listing
     * @param count most samples, at least 0
     */
    private record FirstSamples(SampleListing all, int count) implements SampleListing {
        @Override
        public String split() {
            return all.split();
        }

        @Override
        public List<ListedSample> samples() {
            List<ListedSample> samples = all.samples();
            return samples.subList(0, Math.min(count, samples.size()));
        }

        @Override
        public Optional<KnownScene> scene(ListedSample sample) {
            return all.scene(sample);
        }

        @Override
        public List<Finding> defects() {
            return all.defects();
        }

        @Override
        public Optional<Path> imageFile(ListedSample sample) {
            return all.imageFile(sample);
        }

        @Override
        public Optional<Path> maskFile(ListedSample sample) {
            return all.maskFile(sample);
        }

        @Override
        public RgbImage readImage(ListedSample sample) {
            return all.readImage(sample);
        }

        @Override
        public Mask readMask(ListedSample sample) {
            return all.readMask(sample);
        }
    }
}
