package org.crobim.train.loop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.error.ConfigurationException;
import org.crobim.model.referring.ReferringModel;
import org.crobim.train.batch.TrainingBatch;
import org.crobim.train.config.Objective;
import org.crobim.train.config.OptimizationChoice;
import org.crobim.train.config.TrainingRecipe;
import org.crobim.train.loss.LossFigures;
import org.crobim.train.loss.SegmentationLoss;
import org.crobim.train.optim.AdamW;
import org.crobim.train.optim.FlatBuffer;
import org.crobim.train.optim.GradientNorm;
import org.crobim.train.optim.LearningRateSchedule;
import org.crobim.train.optim.ParameterGroups;
import org.crobim.train.optim.ParameterLayout;
import org.crobim.train.optim.RunningStatistics;
import org.crobim.train.optim.WeightAverage;

/** Everything that changes when the network learns, and how it changes in one step. */
final class Learner implements AutoCloseable {
    private final ReferringModel model;
    private final OptimizationChoice choice;
    private final LearningRateSchedule schedule;
    private final FlatBuffer weights;
    private final ReplicaGroup group;
    private final AdamW optimizer;
    private final WeightAverage average;
    private final RunningStatistics statistics;

    /**
     * Takes hold of the parameters of a network.
     *
     * @param model not owned, on the device; its parameters lie in a buffer of the learner until the learner is closed
     * @param totalSteps of the run
     */
    Learner(ReferringModel model, TrainingRecipe recipe, Device device, SegmentationLoss loss, long totalSteps) {
        this.model = model;
        choice = recipe.optimization();
        schedule = new LearningRateSchedule(choice, totalSteps);
        Map<String, Tensor> parameters = model.network().namedParameters();
        ParameterLayout layout = ParameterLayout.of(parameters, groups(recipe.objective(), parameters.keySet()));
        weights = new FlatBuffer(layout, device);
        weights.becomeValuesOf(parameters);
        Replica.Means means =
                new Replica.Means(recipe.objective(), loss, recipe.runtime().precision(), device);
        group = new ReplicaGroup(model, layout, means, choice.replicas(), recipe.runtime());
        group.setTraining(true);
        optimizer = new AdamW(
                weights,
                group.gradients(),
                new AdamW.Settings(choice.betas().get(0), choice.betas().get(1), choice.weightDecay()));
        average = new WeightAverage(weights, choice.emaDecay());
        statistics = new RunningStatistics(model.network().namedBuffers(), device, choice.emaDecay());
    }

    /**
     * Learns from the batches of one step.
     *
     * @param step counted from 0
     * @param batches replicas x accumulation of them
     */
    StepFigures step(long step, List<TrainingBatch> batches) {
        LossFigures loss = group.pass(step, batches);
        double norm = GradientNorm.clip(group.gradients(), choice.clipNorm());
        double rate = schedule.at(step);
        boolean usable = loss.isFinite() && Double.isFinite(norm);
        if (usable) {
            optimizer.step(rate);
            average.update();
            statistics.update();
        }
        return new StepFigures(loss, norm, rate, usable);
    }

    private ParameterGroups groups(Objective objective, Set<String> names) {
        ParameterGroups groups = new ParameterGroups(
                choice.rateScaleByPrefix(),
                name -> objective.teaches(name) && choice.teaches(name),
                choice.decayRule());
        groups.unusedPrefix(names).ifPresent(prefix -> {
            throw new ConfigurationException(
                    "optimization.rateScales: no parameter's name begins with \"%s\". The parts of this network are %s."
                            .formatted(prefix, parts(names)));
        });
        return groups;
    }

    private static String parts(Set<String> names) {
        return names.stream()
                .map(name -> name.substring(0, Math.max(0, name.indexOf('.'))))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What is done with the averaged weights in place and dropout off; both are put back afterwards, bit for bit. */
    void withAverage(Runnable work) {
        group.setTraining(false);
        try (WeightAverage.Lent lentWeights = average.lend();
                WeightAverage.Lent lentStatistics = statistics.lend()) {
            work.run();
        } finally {
            group.setTraining(true);
        }
    }

    /** Steps that changed the weights. */
    long stepsTaken() {
        return optimizer.steps();
    }

    /** All that must be kept to go on, live, by name; owned by the innermost scope. */
    Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        buffers()
                .forEach((part, buffer) ->
                        buffer.byName().forEach((name, tensor) -> state.put(part + "." + name, tensor)));
        state.putAll(statistics.state());
        return state;
    }

    /**
     * Goes on from a kept state.
     *
     * @param state as {@link #state()} gave it
     * @param stepsTaken as {@link #stepsTaken()} gave it
     */
    void restore(Map<String, Tensor> state, long stepsTaken) {
        buffers().forEach((part, buffer) -> buffer.copyFrom(withoutPrefix(state, part + ".")));
        optimizer.resumeAfter(stepsTaken);
        average.resumeAfter(stepsTaken);
        statistics.restore(state, stepsTaken);
    }

    private Map<String, FlatBuffer> buffers() {
        Map<String, FlatBuffer> buffers = new LinkedHashMap<>();
        buffers.put("weights", weights);
        buffers.put("average", average.average());
        buffers.put("firstMoment", optimizer.firstMoment());
        buffers.put("secondMoment", optimizer.secondMoment());
        return buffers;
    }

    private static Map<String, Tensor> withoutPrefix(Map<String, Tensor> tensors, String prefix) {
        Map<String, Tensor> chosen = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                chosen.put(name.substring(prefix.length()), tensor);
            }
        });
        return chosen;
    }

    /** Ends the threads; the parameters of the network keep their values. */
    @Override
    public void close() {
        group.close();
        optimizer.close();
        average.close();
        statistics.close();
        model.network().setTraining(false);
        weights.close();
    }
}
