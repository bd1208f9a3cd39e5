package org.crobim.language.place;

/** An end of the order by area. */
public enum SizeRank {
    LARGEST,
    SMALLEST;

    /** How clearly the first of two areas leads towards this end: above 1 where it does. */
    public double ratio(double leaderArea, double otherArea) {
        return this == LARGEST ? leaderArea / otherArea : otherArea / leaderArea;
    }
}
