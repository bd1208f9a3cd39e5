package org.crobim.data.annotated;

import java.nio.file.Path;

/**
 * An annotation that was left out.
 *
 * @param file where it stands
 * @param line line in the file, from 1; 0 where the format has no lines
 * @param what which annotation: an id, a class, a name
 * @param reason one sentence without numbers of the annotation, so that equal reasons can be counted
 */
public record Refusal(Path file, int line, String what, String reason) {
    /** Where, what and why, in one line. */
    public String message() {
        String place = line > 0 ? "%s line %d".formatted(file, line) : file.toString();
        return "%s: %s: %s".formatted(place, what, reason);
    }
}
