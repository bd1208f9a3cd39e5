package org.crobim.train.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.crobim.core.error.ConfigurationException;
import org.crobim.model.crobim.CroBimConfiguration;
import org.crobim.model.tensor.Precision;
import org.junit.jupiter.api.Test;

class NetworkBenchmarkTest {
    private static final CroBimConfiguration SMALL =
            CroBimConfiguration.preset("nano").with(Map.of("inputSide", 32));

    @Test
    void sharesAreSpeedsOverThatOfTheMatrixProduct() {
        OperationCount operations = new OperationCount(60_000_000, 15_000_000, 2);
        PrecisionFigures figures = new PrecisionFigures(10, 8, 2, 48, operations);
        assertThat(figures.forwardGflops()).isCloseTo(7.5, within(1e-9));
        assertThat(figures.forwardShare()).isCloseTo(0.75, within(1e-9));
        assertThat(figures.furtherExpressionShare()).isCloseTo(0.25, within(1e-9));
        // Two images at three times 60 million operations in 48 ms are 7.5e9 a second.
        assertThat(figures.trainStepShare()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void everyPartOfTheNetworkIsRunInEitherPrecision() {
        Stopwatch stopwatch = new Stopwatch(System::nanoTime);
        try (Specimen specimen = new Specimen(SMALL)) {
            OperationCount operations = specimen.count(2);
            assertThat(operations.expression()).isPositive().isLessThan(operations.first());
            assertThat(specimen.tokens()).isEqualTo(30);
            for (Precision precision : Precision.values()) {
                assertThat(stopwatch.bestMillis(1, () -> specimen.answerFirst(precision)))
                        .isPositive();
                try (TrainingStep step = new TrainingStep(specimen, 2)) {
                    assertThat(stopwatch.bestMillis(1, () -> step.run(precision)))
                            .isPositive();
                }
            }
        }
    }

    @Test
    void aTrainingStepMovesTheWeights() {
        try (Specimen specimen = new Specimen(SMALL)) {
            double before = sumOfWeights(specimen);
            try (TrainingStep step = new TrainingStep(specimen, 1)) {
                step.run(Precision.FP32);
            }
            assertThat(sumOfWeights(specimen)).isNotEqualTo(before);
            assertThat(specimen.model().network().isTraining()).isFalse();
        }
    }

    private static double sumOfWeights(Specimen specimen) {
        return specimen.model().network().namedParameters().values().stream()
                .mapToDouble(weight -> weight.detach().abs().sum().item_double())
                .sum();
    }

    @Test
    void theMatrixProductIsMeasuredInOperationsASecond() {
        // Every look at this clock finds two milliseconds passed, so each product takes so long.
        AtomicLong now = new AtomicLong();
        Stopwatch stopwatch = new Stopwatch(() -> now.addAndGet(2_000_000));
        assertThat(MatrixProduct.gigaflops(64, Precision.FP32, 3, stopwatch))
                .isCloseTo(2 * 64 * 64 * 64 / 2e-3 / 1e9, within(1e-9));
    }

    @Test
    void anEmptyPlanIsRefused() {
        assertThatThrownBy(() -> new BenchmarkPlan(SMALL, 0, List.of(Precision.FP32), 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("0 threads");
        assertThatThrownBy(() -> new BenchmarkPlan(SMALL, 1, List.of(), 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("0 precisions");
    }
}
