package org.crobim.language.attribute;

/** Outlines that can be told apart from above. */
public enum ShapeName implements Attribute {
    ROUND,
    SQUARE,
    RECTANGULAR,
    /** At least three times as long as wide. */
    ELONGATED
}
