package org.crobim.core.pickle;

/** Python's None, so that no value is null. */
public enum PickleNone {
    /** The only one. */
    NONE
}
