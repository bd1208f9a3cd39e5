package org.crobim.train.comparison;

/** At which size masks are compared; never behind the presence gate, which the published networks do not have. */
public enum Protocol {
    /** Argmax at the input side against the truth resized to it by nearest neighbour, as the published test programs do. */
    MODEL_SIZE("original protocol: masks at the input side of the model"),
    /** At the size of the image. */
    NATIVE_SIZE("masks at the size of the images");

    private final String label;

    Protocol(String label) {
        this.label = label;
    }

    /** In words. */
    public String label() {
        return label;
    }
}
