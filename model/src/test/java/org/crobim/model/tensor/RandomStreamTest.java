package org.crobim.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private final NativeScope scope = NativeScope.withoutGradients();

    @AfterEach
    void release() {
        scope.close();
    }

    private static float[] draws(RandomStream random) {
        return Tensors.toFloats(random.fillNormal(Tensors.zeros(50), 0, 1));
    }

    @Test
    void theSeedDecidesTheDraws() {
        try (RandomStream one = new RandomStream(7);
                RandomStream same = new RandomStream(7);
                RandomStream other = new RandomStream(8)) {
            float[] first = draws(one);
            assertThat(draws(same)).containsExactly(first);
            assertThat(draws(other)).isNotEqualTo(first);
            assertThat(draws(one)).isNotEqualTo(first);
            one.reseed(7);
            assertThat(draws(one)).containsExactly(first);
        }
    }

    @Test
    void streamsAndTheGlobalGeneratorDoNotDisturbEachOther() {
        try (RandomStream random = new RandomStream(7);
                RandomStream expected = new RandomStream(7);
                RandomStream disturbing = new RandomStream(1)) {
            draws(expected);
            float[] second = draws(expected);
            draws(random);
            draws(disturbing);
            Engine.seed(3);
            org.bytedeco.pytorch.global.torch.rand(5);
            assertThat(draws(random)).containsExactly(second);
        }
    }

    @Test
    void valuesFollowTheirDistribution() {
        try (RandomStream random = new RandomStream(7)) {
            float[] uniform = Tensors.toFloats(random.fillUniform(Tensors.zeros(2000), -2, 3));
            for (float value : uniform) {
                assertThat(value).isBetween(-2f, 3f);
            }
            assertThat(mean(uniform)).isCloseTo(0.5, within(0.15));
            float[] flags = Tensors.toFloats(random.fillBernoulli(Tensors.zeros(2000), 0.9));
            assertThat(mean(flags)).isCloseTo(0.9, within(0.03));
            for (float flag : flags) {
                assertThat(flag).isIn(0f, 1f);
            }
            assertThat(mean(Tensors.toFloats(random.fillNormal(Tensors.zeros(2000), 5, 0.1))))
                    .isCloseTo(5, within(0.02));
        }
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
