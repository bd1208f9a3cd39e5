package org.crobim.train.evaluation;

/** What the model is told instead of the sentence, to see how much of its score the sentence earns. */
public enum TextControl {
    /** The sentence itself. */
    FULL("full", "full sentence"),
    /** The class word alone: "the ship". */
    CLASS_ONLY("classOnly", "class word only"),
    /** The sentence of another sample. */
    SHUFFLED("shuffled", "shuffled sentences"),
    /** The sentence without the words that say where, how big or next to what. */
    POSITION_REMOVED("positionRemoved", "no position words"),
    /** No word at all: what the image alone gives away. */
    NO_TEXT("noText", "no text");

    private final String key;
    private final String label;

    TextControl(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Name in data files. */
    public String key() {
        return key;
    }

    /** Name in tables. */
    public String label() {
        return label;
    }
}
