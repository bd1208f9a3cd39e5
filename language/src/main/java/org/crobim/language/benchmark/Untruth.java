package org.crobim.language.benchmark;

/** Why a sentence fits nothing in its scene, from what is seen at a glance to what needs a close look. */
public enum Untruth {
    /** No object of the class is there. */
    ABSENT_CLASS,
    /** The class is there, but not in this place or direction. */
    WRONG_PLACE,
    /** The class is there, in the place if one is given, but does not look so. */
    WRONG_ATTRIBUTE
}
