package org.crobim.train.loop;

import java.util.Map;
import org.crobim.model.referring.ReferringModel;
import org.crobim.train.run.RunDirectory;

/** Judges the network on the way of a training; called between steps on the trainer's thread. */
@FunctionalInterface
public interface Validation {
    /** The figure that chooses the best checkpoint unless the recipe names another: mean intersection over union, percent. */
    String SCORE = "mIoU";

    /**
     * Measures the network.
     *
     * @param model holds the averaged weights, dropout off; not to be closed or changed, except for its presence threshold
     * @param run where pictures may be written
     * @param step optimizer steps done
     * @return figures by name in the order to be logged; without the one that the recipe chooses by no best checkpoint is
     *     kept
     */
    Map<String, Double> evaluate(ReferringModel model, RunDirectory run, long step);

    /** Measures nothing. */
    static Validation none() {
        return (model, run, step) -> Map.of();
    }
}
