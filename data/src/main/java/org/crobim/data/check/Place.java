package org.crobim.data.check;

import java.util.regex.Pattern;
import org.crobim.core.error.InputException;

/**
 * Where something stands.
 *
 * @param file a file, or the name of an image where the data set has no file of its own for it
 * @param line in the file, from 1; 0 where the whole file is meant
 */
public record Place(String file, int line) {
    private static final Pattern SEPARATOR = Pattern.compile("^[:\\s]+");

    /** A whole file. */
    static Place of(Object file) {
        return new Place(file.toString(), 0);
    }

    /** File and line in words. */
    public String text() {
        return line > 0 ? "%s line %d".formatted(file, line) : file;
    }

    /** The message of a reader, without this place where it begins with it. */
    public String withoutPlace(InputException error) {
        String message = String.valueOf(error.getMessage());
        return message.startsWith(text())
                ? SEPARATOR.matcher(message.substring(text().length())).replaceFirst("")
                : message;
    }
}
