package org.crobim.train.optim;

import org.crobim.train.config.OptimizationChoice;

/** Learning rate of each step: a linear rise to the peak, then the fall that the recipe chooses. */
public final class LearningRateSchedule {
    private final OptimizationChoice choice;
    private final long totalSteps;

    /**
     * A schedule.
     *
     * @param totalSteps of the whole run, more than the warm-up
     */
    public LearningRateSchedule(OptimizationChoice choice, long totalSteps) {
        if (totalSteps <= choice.warmUpSteps()) {
            throw new IllegalArgumentException(
                    "warm-up of %d steps does not end within a run of %d".formatted(choice.warmUpSteps(), totalSteps));
        }
        this.choice = choice;
        this.totalSteps = totalSteps;
    }

    /**
     * The rate of a step.
     *
     * @param step counted from 0; the last warm-up step has the peak rate, and the step after the run's last would have the
     *     minimum
     */
    public double at(long step) {
        double peak = choice.learningRate();
        if (step < choice.warmUpSteps()) {
            return peak * (step + 1) / choice.warmUpSteps();
        }
        double progress = Math.min(1, (double) (step - choice.warmUpSteps()) / (totalSteps - choice.warmUpSteps()));
        double share = switch (choice.schedule()) {
            case COSINE -> 0.5 * (1 + Math.cos(Math.PI * progress));
            case POLYNOMIAL -> Math.pow(1 - progress, choice.polynomialPower());
        };
        return choice.minimumLearningRate() + (peak - choice.minimumLearningRate()) * share;
    }
}
