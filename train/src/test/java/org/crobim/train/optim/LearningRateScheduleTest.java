package org.crobim.train.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.crobim.train.config.OptimizationChoice;
import org.crobim.train.config.RecipeReader;
import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {
    private static OptimizationChoice choice(String schedule) {
        String recipe = """
                name: schedule
                model: {preset: nano}
                optimization: {steps: 110, warmUpSteps: 10, learningRate: 1.0, minimumLearningRate: 0.1, schedule: %s}
                """.formatted(schedule);
        return RecipeReader.parse(recipe, "schedule", List.of()).optimization();
    }

    @Test
    void theRateRisesLinearlyToThePeak() {
        LearningRateSchedule schedule = new LearningRateSchedule(choice("cosine"), 110);

        assertThat(schedule.at(0)).isCloseTo(0.1, within(1e-12));
        assertThat(schedule.at(4)).isCloseTo(0.5, within(1e-12));
        assertThat(schedule.at(9)).isEqualTo(1);
        assertThat(schedule.at(10)).isEqualTo(1);
    }

    @Test
    void theCosineIsHalfWayInTheMiddleAndEndsAtTheMinimum() {
        LearningRateSchedule schedule = new LearningRateSchedule(choice("cosine"), 110);

        assertThat(schedule.at(60)).isCloseTo(0.55, within(1e-12));
        assertThat(schedule.at(110)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void thePolynomialFallsByItsPower() {
        LearningRateSchedule schedule = new LearningRateSchedule(choice("polynomial"), 110);

        assertThat(schedule.at(60)).isCloseTo(0.1 + 0.9 * Math.pow(0.5, 0.9), within(1e-12));
    }

    @Test
    void aWarmUpLongerThanTheRunIsRefused() {
        assertThatThrownBy(() -> new LearningRateSchedule(choice("cosine"), 10))
                .hasMessageContaining("warm-up of 10 steps does not end within a run of 10");
    }
}
