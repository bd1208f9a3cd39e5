package org.crobim.core.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a pickle by hand: instructions as characters, operands as numbers and texts. */
final class PickleBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Characters and line feeds of instructions, one byte each. */
    PickleBytes code(String instructions) {
        bytes.writeBytes(instructions.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Single bytes. */
    PickleBytes code(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    /** {@code SHORT_BINUNICODE}. */
    PickleBytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        code(0x8c, utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    /** Ends the pickle. */
    byte[] stop() {
        bytes.write('.');
        return bytes.toByteArray();
    }
}
