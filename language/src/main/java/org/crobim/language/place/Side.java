package org.crobim.language.place;

/** The end of the image that a superlative points to: left-most, right-most, top-most, bottom-most. */
public enum Side {
    LEFT,
    RIGHT,
    TOP,
    BOTTOM;

    /** Whether left and right are meant, not top and bottom. */
    public boolean isHorizontal() {
        return this == LEFT || this == RIGHT;
    }
}
