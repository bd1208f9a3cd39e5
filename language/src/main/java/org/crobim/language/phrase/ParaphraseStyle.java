package org.crobim.language.phrase;

/** How freely a meaning is put into words. */
public enum ParaphraseStyle {
    /** One wording for each meaning: "the leftmost ship". */
    PLAIN,
    /** All registers, synonyms and frames. */
    VARIED
}
