package org.crobim.language;

/** What a sentence rests on beside the class word; every sentence belongs to exactly one stratum. */
public enum Stratum {
    /** The class word is enough: the only object of its class. */
    UNIQUE,
    /** A cell of the 3 x 3 grid over the image. */
    POSITION,
    /** First of its class in one direction: "the left-most ship". */
    EXTREME,
    /** Largest or smallest of its class. */
    SIZE,
    /** Colour, shape, size by the measure of its class, or orientation of the object by itself. */
    ATTRIBUTE,
    /** Direction from, or nearness to, another object. */
    RELATION,
    /** Nothing in the image fits the sentence. */
    ABSENT
}
