package org.crobim.geo.vector;

import java.util.Optional;

/**
 * What a feature answers.
 *
 * @param expression the sentence as asked; empty for a mask of unknown origin
 * @param model name or hash of the weights; empty for a mask that no model made
 * @param frame what the sentence's positions and extremes refer to, as "scene", "aoi" or "tile"; empty where nothing was
 *     asked
 */
public record FeatureOrigin(Optional<String> expression, Optional<String> model, Optional<String> frame) {
    /** A mask of which nothing is known. */
    public static final FeatureOrigin UNKNOWN = new FeatureOrigin(Optional.empty(), Optional.empty(), Optional.empty());

    /** The answer of a model. */
    public static FeatureOrigin of(String expression, String model, String frame) {
        return new FeatureOrigin(Optional.of(expression), Optional.of(model), Optional.of(frame));
    }
}
