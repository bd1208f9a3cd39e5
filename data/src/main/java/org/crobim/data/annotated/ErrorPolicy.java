package org.crobim.data.annotated;

/** What happens when an annotation cannot be used ({@code --on-error}). */
public enum ErrorPolicy {
    /** It is left out, counted and listed; the rest goes on. */
    SKIP,
    /** The first one ends the command. */
    FAIL
}
