package org.crobim.geo.vector;

/** Which pixels are neighbours, and so belong to one object. */
public enum Connectivity {
    /** Pixels that share an edge; every object is one polygon. */
    FOUR,
    /**
     * Pixels that share an edge or a corner. Where an object hangs together by corners alone it is a multipolygon, since a
     * polygon pinched to a point is not valid.
     */
    EIGHT
}
