package org.crobim.language.attribute;

/** Where the long axis of an object points. */
public enum OrientationName implements Attribute {
    /** Parallel to the top and bottom edge of the image. */
    HORIZONTAL,
    /** Parallel to the left and right edge of the image. */
    VERTICAL,
    /** Half-way between the two, either way. */
    DIAGONAL
}
