package org.crobim.data.listing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crobim.core.error.InputException;

/**
 * The lines of a UTF-8 file, one at a time, so that a wrong byte is reported with its line. A byte order mark at the start is
 * passed over.
 */
public final class TextLines implements AutoCloseable {
    private static final int LONGEST_LINE_BYTES = 64 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final InputStream stream;
    private String text = "";
    private int number;

    private TextLines(Path file, InputStream stream) {
        this.file = file;
        this.stream = stream;
    }

    /** Opens a file before its first line. */
    public static TextLines open(Path file) throws IOException {
        return new TextLines(file, new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    /**
     * Goes to the next line.
     *
     * @return false at the end of the file
     * @throws InputException if the line is no UTF-8 text, or endless
     */
    public boolean advance() throws IOException {
        int next = stream.read();
        if (next < 0) {
            return false;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (; next >= 0 && next != '\n'; next = stream.read()) {
            if (line.size() == LONGEST_LINE_BYTES) {
                throw error("is longer than %d bytes: this is no list".formatted(LONGEST_LINE_BYTES));
            }
            line.write(next);
        }
        text = decoded(line.toByteArray());
        return true;
    }

    /** The line without its end. */
    public String text() {
        return text;
    }

    /** Number of the line, from 1. */
    public int number() {
        return number;
    }

    /** An error about this line. */
    public InputException error(String problem) {
        return new InputException("%s line %d: %s".formatted(file, number, problem));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private String decoded(byte[] line) {
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            String whole = decoded.endsWith("\r") ? decoded.substring(0, decoded.length() - 1) : decoded;
            return number == 1 && whole.startsWith(BYTE_ORDER_MARK) ? whole.substring(1) : whole;
        } catch (CharacterCodingException e) {
            throw new InputException(
                    "%s line %d is not UTF-8 text. Convert the file, for example with \"iconv -t UTF-8\"."
                            .formatted(file, number),
                    e);
        }
    }
}
