package org.crobim.core.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one pickle; never reads past its end and never reserves memory for bytes that are not there. */
final class PickleInput {
    private final InputStream stream;
    private final PickleLimits limits;
    private long position;

    PickleInput(InputStream stream, PickleLimits limits) {
        this.stream = stream;
        this.limits = limits;
    }

    /** Number of bytes read so far. */
    long position() {
        return position;
    }

    /** One byte, 0..255. */
    int unsignedByte() throws IOException {
        int value = stream.read();
        if (value < 0) {
            throw new PickleException("the file ends before the pickle is complete");
        }
        advance(1);
        return value;
    }

    /** A little-endian number of 2 bytes, unsigned. */
    int unsignedShort() throws IOException {
        return little(2).getShort() & 0xffff;
    }

    /** A little-endian number of 4 bytes, signed. */
    int signedInt() throws IOException {
        return little(4).getInt();
    }

    /** A little-endian number of 4 bytes, unsigned. */
    long unsignedInt() throws IOException {
        return Integer.toUnsignedLong(signedInt());
    }

    /** A little-endian number of 8 bytes that is meant as unsigned; beyond 2^63 it comes out negative. */
    long longWord() throws IOException {
        return little(8).getLong();
    }

    /** A big-endian double. */
    double bigEndianDouble() throws IOException {
        return ByteBuffer.wrap(exactly(8)).getDouble();
    }

    /** That many bytes. */
    byte[] bytes(long length) throws IOException {
        if (length < 0 || length > limits.textBytes()) {
            throw new PickleException("a value of %s bytes, at most %d are allowed"
                    .formatted(Long.toUnsignedString(length), limits.textBytes()));
        }
        return exactly((int) length);
    }

    /** That many bytes as UTF-8; half a surrogate pair, which Python would write, is no text of ours. */
    String utf8(long length) throws IOException {
        byte[] bytes = bytes(length);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new PickleException("a text is not valid UTF-8", e);
        }
    }

    /**
     * That many bytes of a Python 2 text, whose encoding the file does not tell: UTF-8, or else Latin-1, which keeps
     * every byte.
     */
    String oldText(long length) throws IOException {
        return PickleText.oldText(bytes(length));
    }

    /** The bytes before the next line feed, one character each. */
    String line() throws IOException {
        byte[] line = new byte[64];
        int length = 0;
        for (int next = unsignedByte(); next != '\n'; next = unsignedByte()) {
            if (length == limits.textBytes()) {
                throw new PickleException("a line is longer than %d bytes".formatted(limits.textBytes()));
            }
            line = length == line.length ? Arrays.copyOf(line, 2 * length) : line;
            line[length++] = (byte) next;
        }
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }

    private ByteBuffer little(int length) throws IOException {
        return ByteBuffer.wrap(exactly(length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = stream.readNBytes(length);
        if (bytes.length < length) {
            throw new PickleException(
                    "the file ends %d bytes before the end of a value".formatted(length - bytes.length));
        }
        advance(length);
        return bytes;
    }

    private void advance(int length) throws PickleException {
        position += length;
        if (position > limits.bytes()) {
            throw new PickleException("the pickle is longer than %d bytes".formatted(limits.bytes()));
        }
    }
}
