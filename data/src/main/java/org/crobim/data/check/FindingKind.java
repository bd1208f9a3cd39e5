package org.crobim.data.check;

/** What a check finds. */
public enum FindingKind {
    /** A line of the list is no sample. */
    BROKEN_LINE(Severity.ERROR, "lines that are no sample"),
    /** A sample names an image that is not there. */
    MISSING_IMAGE(Severity.ERROR, "missing images"),
    /** An image file is damaged or of another kind. */
    UNREADABLE_IMAGE(Severity.ERROR, "unreadable images"),
    /** A sample names a mask that is not there. */
    MISSING_MASK(Severity.ERROR, "missing masks"),
    /** A mask file is damaged or of another kind. */
    UNREADABLE_MASK(Severity.ERROR, "unreadable masks"),
    /** Mask and image have no common size. */
    SIZE_MISMATCH(Severity.ERROR, "masks of another size than their image"),
    /** An image stands in two splits, pixel by pixel. */
    LEAKED_IMAGE(Severity.ERROR, "images in two splits"),
    /** An image with its sentence stands in two splits. */
    LEAKED_SAMPLE(Severity.ERROR, "sentences about one image in two splits"),
    /** Two splits hold images that look alike. */
    LEAKED_LIKENESS(Severity.WARNING, "images that look like one of another split"),
    /** A mask has no pixel set although something should match. */
    EMPTY_MASK(Severity.WARNING, "empty masks"),
    /** A mask covers the whole image. */
    FULL_MASK(Severity.WARNING, "masks that cover the whole image"),
    /** Two images of a split are equal, pixel by pixel, and not listed as copies of one. */
    DUPLICATE_IMAGE(Severity.WARNING, "images that are there twice"),
    /** Two images of a split look alike. */
    SIMILAR_IMAGE(Severity.WARNING, "images that look like another"),
    /** Image, sentence and mask are there twice. */
    DUPLICATE_SAMPLE(Severity.WARNING, "samples that are there twice"),
    /** A sentence fits more than its target, or less. */
    AMBIGUOUS_SENTENCE(Severity.WARNING, "sentences that do not name exactly their target"),
    /** A sentence is longer than a model reads. */
    TRUNCATED_SENTENCE(Severity.WARNING, "sentences longer than the model reads"),
    /** A sentence holds a word that the vocabulary does not. */
    UNKNOWN_WORD(Severity.WARNING, "sentences with words outside the vocabulary");

    private final Severity severity;
    private final String label;

    FindingKind(Severity severity, String label) {
        this.severity = severity;
        this.label = label;
    }

    /** How much it matters. */
    public Severity severity() {
        return severity;
    }

    /** What is counted, in the plural, for a summary. */
    public String label() {
        return label;
    }
}
