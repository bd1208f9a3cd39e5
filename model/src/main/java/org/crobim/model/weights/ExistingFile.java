package org.crobim.model.weights;

/** What happens to a file that stands where the new one goes. */
public enum ExistingFile {
    /** It stays, and writing is an error. */
    REFUSE,
    /** The new file takes its place in one step once it is complete. */
    REPLACE
}
