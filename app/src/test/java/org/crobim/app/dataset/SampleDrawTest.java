package org.crobim.app.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.check.Finding;
import org.crobim.data.check.ListedSample;
import org.crobim.data.check.Place;
import org.crobim.data.check.SampleListing;
import org.junit.jupiter.api.Test;

class SampleDrawTest {
    @Test
    void everySampleIsDrawnAboutEquallyOften() {
        List<SampleListing> listings = List.of(new Numbers("a", 4), new Numbers("b", 6));
        SplittableRandom random = new SplittableRandom(1);
        Map<String, Integer> counts = new HashMap<>();

        for (int i = 0; i < 2000; i++) {
            List<SampleDraw> drawn = SampleDraw.draw(listings, 3, random);
            assertThat(drawn).hasSize(3).doesNotHaveDuplicates();
            drawn.forEach(one -> counts.merge(one.sample().id(), 1, Integer::sum));
        }

        assertThat(counts).hasSize(10);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(500, 700));
    }

    @Test
    void theOrderIsThatOfTheDataSetAndNoMoreIsDrawnThanThereIs() {
        List<SampleDraw> drawn =
                SampleDraw.draw(List.of(new Numbers("a", 2), new Numbers("b", 1)), 9, new SplittableRandom(1));

        assertThat(drawn).extracting(one -> one.sample().id()).containsExactly("a0", "a1", "b0");
    }

    /** Samples without files. */
    private record Numbers(String split, int count) implements SampleListing {
        @Override
        public List<ListedSample> samples() {
            return IntStream.range(0, count)
                    .mapToObj(i -> new ListedSample(split, split + i, "image", "x", new Place("list", i + 1), false))
                    .toList();
        }

        @Override
        public List<Finding> defects() {
            return List.of();
        }

        @Override
        public Optional<Path> imageFile(ListedSample sample) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> maskFile(ListedSample sample) {
            return Optional.empty();
        }

        @Override
        public RgbImage readImage(ListedSample sample) {
            throw new UnsupportedOperationException("no image");
        }

        @Override
        public Mask readMask(ListedSample sample) {
            throw new UnsupportedOperationException("no mask");
        }
    }
}
