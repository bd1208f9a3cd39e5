package org.crobim.train.run;

/** What to do when the folder already holds a run. */
public enum ExistingRun {
    /** It is an error. */
    REFUSE,
    /** Go on with it; it is an error if there is none. */
    RESUME,
    /** Delete the files of the earlier run and start anew. */
    OVERWRITE
}
