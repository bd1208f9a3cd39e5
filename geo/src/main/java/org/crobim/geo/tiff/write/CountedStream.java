package org.crobim.geo.tiff.write;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts what is written. */
final class CountedStream extends FilterOutputStream {
    private long count;

    CountedStream(OutputStream stream) {
        super(stream);
    }

    /** Bytes written so far. */
    long count() {
        return count;
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        count += length;
    }
}
