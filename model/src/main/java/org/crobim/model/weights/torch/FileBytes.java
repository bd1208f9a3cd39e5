package org.crobim.model.weights.torch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Objects;

/** A part of a file as a stream that knows its position, so that what follows a pickle can be found. Not buffered twice. */
final class FileBytes extends InputStream {
    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final long end;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long fetched;

    /**
     * @param channel the caller's own
     * @param begin position of the first byte
     * @param end position behind the last
     */
    FileBytes(FileChannel channel, long begin, long end) {
        this.channel = channel;
        this.end = end;
        fetched = begin;
        buffer.limit(0);
    }

    /** Position in the file of the next byte. */
    long position() {
        return fetched - buffer.remaining();
    }

    /** A little-endian number of 8 bytes. */
    long longWord() throws IOException {
        byte[] bytes = readNBytes(Long.BYTES);
        if (bytes.length < Long.BYTES) {
            throw new IOException("the file ends at byte %d inside the length of a storage".formatted(position()));
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /** Goes on behind that many bytes, which must be there. */
    void pass(long count) throws IOException {
        long next = position() + count;
        if (count < 0 || next > end) {
            throw new IOException("a storage of %d bytes begins at byte %d, but the file has only %d"
                    .formatted(count, position(), end));
        }
        fetched = next;
        buffer.limit(0).position(0);
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(into, from, count);
        return count;
    }

    private boolean fill() throws IOException {
        if (buffer.hasRemaining()) {
            return true;
        }
        buffer.clear();
        buffer.limit((int) Math.min(BUFFER_BYTES, end - fetched));
        int count = buffer.hasRemaining() ? channel.read(buffer, fetched) : -1;
        buffer.flip();
        fetched += Math.max(0, count);
        return count > 0;
    }
}
