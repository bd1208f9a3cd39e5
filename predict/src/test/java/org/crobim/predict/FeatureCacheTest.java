package org.crobim.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crobim.core.image.RgbImage;
import org.crobim.predict.cache.CacheLimits;
import org.crobim.predict.cache.FeatureCache;
import org.crobim.predict.cache.FeatureCache.Uses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCacheTest {
    private static final String SHIP = "the largest ship on the left";
    private static final RgbImage FIRST = RandomWeights.noise(64, 64, 1);
    private static final RgbImage SECOND = RandomWeights.noise(64, 64, 2);

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path weights = Path.of("");
    private static Segmenter segmenter;

    @BeforeAll
    static void load() {
        weights = RandomWeights.save(shared.resolve("nano.safetensors"), SHIP);
        segmenter = Segmenter.load(weights, SegmenterOptions.onCpu());
    }

    @AfterAll
    static void close() {
        segmenter.close();
    }

    @Test
    void aColdAndAWarmCacheAnswerBitForBitTheSame() {
        try (EncodedImage fresh = segmenter.encode(FIRST);
                FeatureCache cache = cache(CacheLimits.inMemory(1 << 30))) {
            TargetLogits expected = answer(fresh);

            assertEqual(answer(cache.encode(FIRST)), expected);
            cache.encode(SECOND);
            assertEqual(answer(cache.encode(FIRST)), expected);
            assertThat(cache.uses()).isEqualTo(new Uses(1, 0, 2));
        }
    }

    @Test
    void whatComesBackFromTheDiskAnswersBitForBitTheSame() {
        CacheLimits limits = new CacheLimits(0, Optional.of(folder), 1 << 30);
        try (EncodedImage fresh = segmenter.encode(FIRST)) {
            try (FeatureCache cache = cache(limits)) {
                cache.encode(FIRST);
                cache.encode(SECOND);
                assertEqual(answer(cache.encode(FIRST)), answer(fresh));
                assertThat(cache.uses()).isEqualTo(new Uses(0, 1, 2));
            }
            try (Segmenter later = Segmenter.load(weights, SegmenterOptions.onCpu());
                    FeatureCache cache = new FeatureCache(later, "nano", limits, Clock.systemUTC())) {
                assertEqual(later.locate(cache.encode(FIRST), List.of(SHIP)).get(0), answer(fresh));
                assertThat(cache.uses()).isEqualTo(new Uses(0, 1, 0));
            }
        }
    }

    @Test
    void memoryStaysWithinItsLimit() {
        long each;
        try (EncodedImage one = segmenter.encode(FIRST)) {
            each = one.bytes();
        }
        try (FeatureCache cache = cache(CacheLimits.inMemory(2 * each))) {
            for (int seed = 0; seed < 6; seed++) {
                cache.encode(RandomWeights.noise(64, 64, seed));
                assertThat(cache.memoryBytes()).isLessThanOrEqualTo(2 * each);
            }
        }
    }

    @Test
    void theDiskStaysWithinItsLimit() throws IOException {
        long each;
        try (EncodedImage one = segmenter.encode(FIRST)) {
            each = one.bytes();
        }
        long most = 3 * each;
        try (FeatureCache cache = cache(new CacheLimits(0, Optional.of(folder), most))) {
            for (int seed = 0; seed < 6; seed++) {
                cache.encode(RandomWeights.noise(64, 64, seed));
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.count()).isBetween(1L, 3L);
        }
    }

    @Test
    void aDamagedFileIsEncodedAgain() throws IOException {
        CacheLimits limits = new CacheLimits(0, Optional.of(folder), 1 << 30);
        try (FeatureCache cache = cache(limits)) {
            cache.encode(FIRST);
        }
        try (Stream<Path> files = Files.list(folder)) {
            Files.write(files.findFirst().orElseThrow(), new byte[] {1, 2, 3});
        }
        try (FeatureCache cache = cache(limits);
                EncodedImage fresh = segmenter.encode(FIRST)) {
            assertEqual(answer(cache.encode(FIRST)), answer(fresh));
            assertThat(cache.uses()).isEqualTo(new Uses(0, 0, 1));
        }
    }

    private static FeatureCache cache(CacheLimits limits) {
        return new FeatureCache(segmenter, "nano", limits, Clock.systemUTC());
    }

    private static TargetLogits answer(EncodedImage image) {
        return segmenter.locate(image, List.of(SHIP)).get(0);
    }

    private static void assertEqual(TargetLogits answer, TargetLogits expected) {
        assertThat(answer.presence()).isEqualTo(expected.presence());
        assertThat(answer.grid().margins()).containsExactly(expected.grid().margins());
    }
}
