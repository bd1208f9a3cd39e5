package org.crobim.train.config;

/** How the Dice losses of a batch become one number. */
public enum DiceForm {
    /** Dice of the target, mean over the questions that have one. Ours. */
    FOREGROUND_MEAN,
    /**
     * Dice of the target and of the background, summed over both and over all questions, as in the published code of RMSIN: the
     * term grows with the batch.
     */
    BOTH_CLASSES_SUM
}
