package org.crobim.language.phrase;

/** The manner of wording of a published benchmark. */
public enum SentenceStyle {
    /** Full sentences of some 14 words: "The ship is located near the bottom left corner of the image." */
    RISBENCH,
    /** Short phrases of some 7 words without a full stop: "A ship at the bottom". */
    RRSIS_D
}
