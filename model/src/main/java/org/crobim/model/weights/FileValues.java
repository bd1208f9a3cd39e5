package org.crobim.model.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.error.WeightsException;
import org.crobim.model.tensor.Tensors;

/**
 * Brings values from an open file straight into the memory of tensors; several threads may read at once.
 *
 * <p>The file is not mapped: if somebody shortens a mapped file, the process dies, here the reader gets an error.
 */
public final class FileValues {
    private static final int CHUNK_BYTES = 1 << 26;

    private final Path file;
    private final FileChannel channel;

    /**
     * @param file for messages
     * @param channel open for reading as long as values are read; the caller's own
     */
    public FileValues(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Sees the bytes that are read, in their order. */
    @FunctionalInterface
    public interface Witness {
        /** One part of them; the buffer is used again afterwards. */
        void see(ByteBuffer part);
    }

    /** Reads a tensor whose bytes lie at a position of the file, row by row, little-endian. */
    public Tensor read(StoredTensor stored, long position) {
        return read(stored, position, part -> {});
    }

    /**
     * Reads a tensor and shows its bytes.
     *
     * @param stored dtype and shape
     * @param position of the first byte in the file
     * @param witness sees every byte, for a checksum
     * @return on the CPU, owned by the innermost scope
     * @throws WeightsException if the file ends before the tensor or cannot be read
     */
    public Tensor read(StoredTensor stored, long position, Witness witness) {
        Tensor tensor = Tensors.zeros(stored.type().type(), stored.sizes());
        long size = stored.byteCount();
        try {
            for (long from = 0; from < size; from += CHUNK_BYTES) {
                ByteBuffer part = memory(tensor, from, Math.min(size, from + CHUNK_BYTES));
                readFully(part, position + from);
                witness.see(part.flip());
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return tensor;
    }

    private void readFully(ByteBuffer into, long position) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int count = channel.read(into, at);
            if (count < 0) {
                throw new WeightsException(file + ": became shorter while it was being read. Write weights to a new"
                        + " name and move them when complete.");
            }
            at += count;
        }
    }

    /** A part of a dense tensor's memory; valid as long as the tensor. */
    static ByteBuffer memory(Tensor dense, long fromByte, long toByte) {
        return new BytePointer(dense.data_ptr())
                .getPointer(fromByte)
                .limit(toByte - fromByte)
                .asByteBuffer();
    }

    /** Size of the parts in which values travel between file and tensor. */
    static int chunkBytes() {
        return CHUNK_BYTES;
    }

    /** The error for a file that the system does not let read. */
    public static WeightsException unreadable(Path file, IOException e) {
        return new WeightsException(file + ": cannot be read (" + e + "). Check permissions and the disk.", e);
    }
}
