package org.crobim.language.place;

/** How an object stands among the others of its class. */
public enum Grouping {
    /** In a line of at least three that stand close together. */
    ROW,
    /** Among at least three that stand close together. */
    GROUP,
    /** Away from all others. */
    APART
}
