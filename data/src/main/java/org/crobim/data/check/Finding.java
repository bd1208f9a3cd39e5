package org.crobim.data.check;

/**
 * One thing that is wrong, or may be.
 *
 * @param kind what sort of thing
 * @param split name of the split
 * @param sample id of the sample; empty where no sample could be read
 * @param place the file to look at
 * @param message what is wrong, without the place; one sentence without a full stop
 */
public record Finding(FindingKind kind, String split, String sample, Place place, String message) {
    /** A finding about a sample. */
    static Finding about(ListedSample sample, FindingKind kind, Place place, String message) {
        return new Finding(kind, sample.split(), sample.id(), place, message);
    }

    /** A finding about a line that is no sample. */
    public static Finding brokenLine(String split, Place place, String message) {
        return new Finding(FindingKind.BROKEN_LINE, split, "", place, message);
    }

    /** How much it matters. */
    public Severity severity() {
        return kind.severity();
    }

    /** Place and message in one line. */
    public String text() {
        return "%s: %s".formatted(place.text(), message);
    }
}
