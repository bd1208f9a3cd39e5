package org.crobim.train.optim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.crobim.train.config.DecayRule;

/**
 * Decides how each parameter is treated.
 *
 * <p>By our rule weight decay is for the matrices and kernels that mix features. Left out are vectors (biases, norms, layer scale),
 * and tables whose rows stand for something on their own: embeddings, positions, prompts. {@link DecayRule} knows another.
 */
public final class ParameterGroups {
    private static final Pattern TABLE =
            Pattern.compile("(.*\\.)?(\\w+_embeddings\\.weight|\\w+_embedding|prompts|relative_position_bias_table)");

    private static final Pattern NOT_DECAYED_IN_LAVT =
            Pattern.compile("backbone\\..*(norm|absolute_pos_embed|relative_position_bias_table).*");

    private final Map<String, Double> rateScales;
    private final Predicate<String> learns;
    private final DecayRule rule;

    /**
     * Groups of a network that learns everywhere.
     *
     * @param rateScales factors on the learning rate by prefix of the parameter's name; the longest prefix that fits wins
     */
    public ParameterGroups(Map<String, Double> rateScales) {
        this(rateScales, name -> true, DecayRule.MATRICES);
    }

    /**
     * Groups with own rates for parts of the network.
     *
     * @param rateScales factors on the learning rate by prefix of the parameter's name; the longest prefix that fits wins
     * @param learns tells by name which parameters change at all; the others get the rate 0
     * @param rule which parameters are decayed
     */
    public ParameterGroups(Map<String, Double> rateScales, Predicate<String> learns, DecayRule rule) {
        this.rateScales = new LinkedHashMap<>(rateScales);
        this.learns = learns;
        this.rule = rule;
    }

    /**
     * The group of a parameter.
     *
     * @param name dotted, as in the weights file
     * @param dimensions of its shape
     */
    public ParameterGroup groupOf(String name, long dimensions) {
        return new ParameterGroup(isDecayed(name, dimensions), learns.test(name) ? rateScale(name) : 0);
    }

    private boolean isDecayed(String name, long dimensions) {
        return switch (rule) {
            case MATRICES -> dimensions >= 2 && !isTable(name);
            case LAVT -> !NOT_DECAYED_IN_LAVT.matcher(name).matches();
        };
    }

    /**
     * A prefix that fits no parameter: a mistake of whoever wrote it.
     *
     * @param names of all parameters
     */
    public Optional<String> unusedPrefix(Set<String> names) {
        return rateScales.keySet().stream()
                .filter(prefix -> names.stream().noneMatch(name -> name.startsWith(prefix)))
                .findFirst();
    }

    private double rateScale(String name) {
        String best = "";
        for (String prefix : rateScales.keySet()) {
            if (name.startsWith(prefix) && prefix.length() >= best.length()) {
                best = prefix;
            }
        }
        return rateScales.getOrDefault(best, 1.0);
    }

    private static boolean isTable(String name) {
        return TABLE.matcher(name).matches();
    }
}
