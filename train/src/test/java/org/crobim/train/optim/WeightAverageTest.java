package org.crobim.train.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightAverageTest {
    private NativeScope scope;

    @BeforeEach
    void openScope() {
        scope = NativeScope.open();
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    /** A network of one parameter, and its average. */
    private static final class Weight implements AutoCloseable {
        private final FlatBuffer weights;
        private final WeightAverage average;

        Weight(double decay, float start) {
            Map<String, Tensor> parameters = Map.of("weight", Tensors.floats(new float[] {start}, 1));
            weights = new FlatBuffer(ParameterLayout.of(parameters, new ParameterGroups(Map.of())), new Device("cpu"));
            weights.copyFrom(parameters);
            average = new WeightAverage(weights, decay);
        }

        void become(float value) {
            weights.copyFrom(Map.of("weight", Tensors.floats(new float[] {value}, 1)));
        }

        void update(int times) {
            for (int i = 0; i < times; i++) {
                average.update();
            }
        }

        double value() {
            return Tensors.toFloats(weights.vector())[0];
        }

        double averaged() {
            return Tensors.toFloats(average.average().vector())[0];
        }

        @Override
        public void close() {
            average.close();
            weights.close();
        }
    }

    @Test
    void eachUpdateWeighsTheOldAverageByTheRisingDecay() {
        try (Weight weight = new Weight(0.998, 10)) {
            assertThat(weight.averaged()).isEqualTo(10);

            weight.become(1);
            weight.update(1);
            assertThat(weight.averaged()).isCloseTo((1 * 10 + 9 * 1) / 10.0, withinPercentage(1e-4));
            weight.become(2);
            weight.update(1);
            assertThat(weight.averaged()).isCloseTo((2 * 1.9 + 9 * 2) / 11.0, withinPercentage(1e-4));
            weight.become(4);
            weight.update(1);
            assertThat(weight.averaged()).isCloseTo((3 * 21.8 / 11 + 9 * 4) / 12, withinPercentage(1e-4));
            assertThat(weight.average.updates()).isEqualTo(3);
        }
    }

    /**
     * While the decay rises, the start keeps the share (1/10) (2/11) .. (n/(n + 9)) = 1 / C(n + 9, 9); from there on a share of
     * the decay is left with each update.
     */
    @ParameterizedTest
    @CsvSource({
        "0.998,  1, 10,    0",
        "0.998,  5, 2002,  0",
        "0.998, 10, 92378, 0",
        "0.25,   2, 55,    0",
        "0.25,   3, 55,    1",
        "0.25,   7, 55,    5"
    })
    void theStartKeepsTheShareOfTheClosedForm(double decay, int updates, double inverseShare, int fullDecays) {
        try (Weight weight = new Weight(decay, 100_000)) {
            weight.become(0);

            weight.update(updates);

            assertThat(weight.averaged())
                    .isCloseTo(100_000 / inverseShare * Math.pow(decay, fullDecays), withinPercentage(1e-3));
        }
    }

    @Test
    void withoutDecayTheAverageIsTheWeightsThemselves() {
        try (Weight weight = new Weight(0, 10)) {
            weight.become(3);
            weight.update(1);

            assertThat(weight.averaged()).isEqualTo(3);
        }
    }

    @Test
    void aResumedAverageGoesOnWithTheDecayItHadReached() {
        try (Weight whole = new Weight(0.998, 10);
                Weight resumed = new Weight(0.998, 10)) {
            whole.become(1);
            resumed.become(1);
            whole.update(4);
            resumed.average.average().copyFrom(whole.average.average());
            resumed.average.resumeAfter(4);

            whole.update(3);
            resumed.update(3);

            assertThat(resumed.averaged())
                    .isEqualTo(whole.averaged())
                    .isCloseTo(1 + 9 / 11440.0, withinPercentage(1e-4));
            assertThat(resumed.average.updates()).isEqualTo(7);
        }
    }

    @Test
    void theLentAverageIsTakenBackBitForBit() {
        try (Weight weight = new Weight(0.998, 10)) {
            weight.become(0.1f);
            weight.update(1);
            double averaged = weight.averaged();
            assertThat(averaged).isNotEqualTo(0.1f);

            try (WeightAverage.Lent lent = weight.average.lend()) {
                assertThat(weight.value()).isEqualTo(averaged);
            }

            assertThat(weight.value()).isEqualTo(0.1f);
            assertThat(weight.averaged()).isEqualTo(averaged);
        }
    }
}
