package org.crobim.train.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.zoo.Networks;
import org.crobim.train.config.binding.ComponentException;
import org.crobim.train.config.binding.Default;
import org.crobim.train.config.binding.RecordWriter;

/**
 * Everything that decides a training run.
 *
 * @param name of the run, for folders and reports: letters, digits, dot, dash and underscore
 * @param objective what the run teaches
 * @param model which network
 * @param data what it is shown
 * @param optimization how long and how fast it learns
 * @param loss what it is punished for
 * @param evaluation how it is judged on the way
 * @param runtime what it runs on
 */
public record TrainingRecipe(
        String name,
        @Default("referring") Objective objective,
        ModelChoice model,
        @Default("{}") DataChoice data,
        OptimizationChoice optimization,
        @Default("{}") LossChoice loss,
        @Default("{}") EvaluationChoice evaluation,
        @Default("{}") RuntimeChoice runtime) {
    private static final int AUXILIARY_WIDTH = 64;

    /** Checks the name. */
    public TrainingRecipe {
        if (objective == Objective.CATEGORY && loss.category() == 0) {
            throw new ComponentException("objective", "is category while loss.category is 0: nothing would be learnt");
        }
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new ComponentException(
                    "name", "is \"%s\", expected letters, digits, dot, dash and underscore only".formatted(name));
        }
    }

    /**
     * The shape of the network: the preset with the recipe's departures, and auxiliary heads where
     * their loss has weight and the network knows such heads.
     *
     * @throws org.crobim.core.error.ConfigurationException if a departure is unknown or not possible
     */
    public NetworkConfiguration network() {
        NetworkConfiguration preset = Networks.preset(RecordWriter.nameOf(model.preset()));
        Map<String, Object> departures = new LinkedHashMap<>();
        if (loss.category() > 0) {
            departures.putAll(preset.withCategoryHead(AUXILIARY_WIDTH));
        }
        if (loss.guidance() > 0) {
            departures.putAll(preset.withGuidance());
        }
        model.inputSide().ifPresent(side -> departures.put("inputSide", side));
        departures.putAll(model.overrides());
        return preset.with(departures);
    }
}
