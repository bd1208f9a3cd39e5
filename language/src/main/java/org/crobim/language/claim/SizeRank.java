package org.crobim.language.claim;

/** An end of the order by area. */
public enum SizeRank {
    LARGEST,
    SMALLEST
}
