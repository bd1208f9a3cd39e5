package org.crobim.data.build;

/** What happens to what an output folder holds already. */
public enum ExistingOutput {
    /** Nothing of ours may be there. */
    REFUSE,
    /** A build that was begun with the same plan goes on. */
    RESUME,
    /** A former data set is replaced when the new one is ready, a begun build is dropped. */
    REPLACE
}
