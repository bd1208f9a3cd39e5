package org.crobim.train.config;

/** What a run teaches. */
public enum Objective {
    /** Masks and presence for sentences, and the auxiliary classes beside them: the whole network. */
    REFERRING,
    /**
     * The class of every pixel only: image encoder and auxiliary head. A first stage that costs a third of the time per
     * image, since no sentence is read; all other weights stay as they are. There is no validation and no best checkpoint.
     */
    CATEGORY;

    /**
     * Whether a parameter changes.
     *
     * @param parameter dotted name, as in the weights file
     */
    public boolean teaches(String parameter) {
        return this == REFERRING || parameter.startsWith("vision.") || parameter.startsWith("category.");
    }
}
