package org.crobim.data.check;

/**
 * Where something stands.
 *
 * @param file a file, or the name of an image where the data set has no file of its own for it
 * @param line in the file, from 1; 0 where the whole file is meant
 */
public record Place(String file, int line) {
    /** A whole file. */
    static Place of(Object file) {
        return new Place(file.toString(), 0);
    }

    /** File and line in words. */
    public String text() {
        return line > 0 ? "%s line %d".formatted(file, line) : file;
    }
}
