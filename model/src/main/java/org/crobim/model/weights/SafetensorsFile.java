package org.crobim.model.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.core.error.WeightsException;
import org.crobim.model.tensor.Tensors;

/**
 * An open safetensors file whose header has been checked; several threads may read at once.
 *
 * <p>Values go from the file straight into the memory of the tensor. The file is not mapped: if somebody shortens a
 * mapped file, the process dies, here the reader gets an error.
 */
public final class SafetensorsFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final SafetensorsHeader header;

    private SafetensorsFile(Path file, FileChannel channel, SafetensorsHeader header) {
        this.file = file;
        this.channel = channel;
        this.header = header;
    }

    static SafetensorsFile open(Path file) {
        if (Files.isDirectory(file)) {
            throw new WeightsException(file + ": is a folder, expected a .safetensors file. Name the file inside it.");
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                return new SafetensorsFile(file, channel, SafetensorsHeader.read(file, channel));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new WeightsException(file + ": there is no such file. Check the path of the weights.", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static WeightsException unreadable(Path file, IOException e) {
        return new WeightsException(file + ": cannot be read (" + e + "). Check permissions and the disk.", e);
    }

    /** The file as it was named. */
    public Path path() {
        return file;
    }

    /** The strings beside the tensors; empty if there are none. */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    /** Names of all tensors. */
    public SortedSet<String> names() {
        return new TreeSet<>(header.tensors().keySet());
    }

    /** Sizes of a tensor, empty for a scalar. */
    public List<Long> shape(String name) {
        return stored(name).shape();
    }

    /** Dtype of a tensor as it is stored. */
    public ScalarType type(String name) {
        return stored(name).type().type;
    }

    StoredTensor stored(String name) {
        SortedMap<String, StoredTensor> tensors = header.tensors();
        StoredTensor stored = tensors.get(name);
        if (stored == null) {
            throw new WeightsException("%s: no tensor \"%s\" among %d. The file belongs to another network."
                    .formatted(file, name, tensors.size()));
        }
        return stored;
    }

    /**
     * Reads one tensor.
     *
     * @return in the stored dtype, on the CPU, owned by the innermost scope
     * @throws WeightsException if there is none of that name or the file cannot be read
     */
    public Tensor read(String name) {
        StoredTensor stored = stored(name);
        Tensor tensor = Tensors.zeros(stored.type().type, stored.sizes());
        long size = stored.end() - stored.begin();
        try {
            for (long from = 0; from < size; from += Safetensors.chunkBytes()) {
                long to = Math.min(size, from + Safetensors.chunkBytes());
                readFully(Safetensors.memory(tensor, from, to), header.dataStart() + stored.begin() + from);
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

    /** Closes the file; tensors that were read stay. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
