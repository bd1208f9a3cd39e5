package org.crobim.predict.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.WeightsException;
import org.crobim.core.image.RgbImage;
import org.crobim.predict.EncodedImage;
import org.crobim.predict.Segmenter;

/** Encoded images as files of a folder, of which those that were used longest ago go first. */
final class FeatureFiles {
    private static final String SUFFIX = ".features";

    private final Path folder;
    private final long mostBytes;
    private final Segmenter segmenter;
    private final Clock clock;

    FeatureFiles(Path folder, long mostBytes, Segmenter segmenter, Clock clock) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.segmenter = segmenter;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new OutputException(
                    "%s: the folder of the cache cannot be made (%s). Name another --cache.".formatted(folder, e), e);
        }
    }

    /** Reads what is kept of an image; a file that is damaged is removed and counts as none. */
    Optional<EncodedImage> find(FeatureKey key, RgbImage image) {
        Path file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            EncodedImage restored = segmenter.restore(file, image.width(), image.height());
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            return Optional.of(restored);
        } catch (WeightsException | IllegalArgumentException | IOException e) {
            // Encoding again costs time only, a wrong answer would cost trust.
            remove(file);
            return Optional.empty();
        }
    }

    /** Keeps an image, unless it is there already or larger than everything that may be kept. */
    void keep(FeatureKey key, EncodedImage image) {
        Path file = file(key);
        if (image.bytes() > mostBytes || Files.exists(file)) {
            return;
        }
        makeRoom(image.bytes());
        segmenter.store(image, file);
    }

    private void makeRoom(long bytes) {
        List<Path> files = oldestFirst();
        long held = files.stream().mapToLong(FeatureFiles::size).sum();
        for (Path file : files) {
            if (held + bytes <= mostBytes) {
                return;
            }
            held -= size(file);
            remove(file);
        }
    }

    private List<Path> oldestFirst() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(FeatureFiles::lastUse))
                    .toList();
        } catch (IOException e) {
            throw new OutputException("%s: the folder of the cache cannot be read (%s).".formatted(folder, e), e);
        }
    }

    private Path file(FeatureKey key) {
        return folder.resolve(key.hash() + SUFFIX);
    }

    private static FileTime lastUse(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
