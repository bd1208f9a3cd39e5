package org.crobim.train.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CategoryWeightsTest {
    @Test
    void rareClassesWeighMoreWithinBounds() {
        float[] weights = CategoryWeights.ofPixelCounts(new long[] {1_000_000, 100, 400, 1, 10_000_000, 0});

        assertThat(weights).startsWith(0.25f);
        assertThat(weights[1]).isEqualTo(2.3f);
        assertThat(weights[3]).isEqualTo(2.3f);
        assertThat(weights[4]).isBetween(0.4f, 0.6f);
        assertThat(weights[5]).isEqualTo(1f);
    }

    @Test
    void aClassFourTimesAsFrequentWeighsHalfAsMuch() {
        float[] weights = CategoryWeights.ofPixelCounts(new long[] {0, 100, 400});

        assertThat(weights[1]).isEqualTo(2 * weights[2]);
    }
}
