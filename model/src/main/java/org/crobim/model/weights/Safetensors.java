package org.crobim.model.weights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.file.AtomicFile;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;

/**
 * The safetensors format: a JSON header with the place of every tensor, then their bytes.
 *
 * <p>Little-endian; the header is padded to a multiple of 8 bytes. The same tensors and metadata give the same bytes.
 */
public final class Safetensors {
    static final String METADATA = "__metadata__";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Safetensors() {}

    /**
     * Writes tensors as they are to a new file.
     *
     * @throws org.crobim.core.error.UsageException if the file exists
     * @throws org.crobim.core.error.OutputException if the file cannot be written
     */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
        write(file, tensors, metadata, StorageType.AS_IS, false);
    }

    /**
     * Writes tensors; the file is either complete or not there, see {@link AtomicFile}.
     *
     * @param tensors by name, any device and strides; stored in the order of their names
     * @param metadata kept as strings
     * @param storage dtype of floating-point tensors in the file
     * @param overwrite whether an existing file may be replaced
     * @throws org.crobim.core.error.UsageException if the file exists and may not be replaced
     * @throws org.crobim.core.error.OutputException if the file cannot be written
     */
    public static void write(
            Path file,
            Map<String, Tensor> tensors,
            Map<String, String> metadata,
            StorageType storage,
            boolean overwrite) {
        SortedMap<String, StoredTensor> stored = new TreeMap<>();
        tensors.forEach((name, tensor) -> stored.put(
                name,
                new StoredTensor(
                        StoredType.of(tensor.scalar_type()),
                        Arrays.stream(Tensors.shape(tensor)).boxed().toList())));
        write(
                file,
                stored,
                new Content(name -> Objects.requireNonNull(tensors.get(name)), metadata, storage),
                overwrite);
    }

    /**
     * Writes all tensors of another file, one after the other, so that few of them are in memory at a time.
     *
     * @param source of any format
     * @param metadata kept as strings, in place of the source's own
     * @param storage dtype of floating-point tensors in the file
     * @param overwrite whether an existing file may be replaced
     * @throws org.crobim.core.error.UsageException if the file exists and may not be replaced
     * @throws org.crobim.core.error.OutputException if the file cannot be written
     */
    public static void write(
            Path file, WeightsSource source, Map<String, String> metadata, StorageType storage, boolean overwrite) {
        SortedMap<String, StoredTensor> stored = new TreeMap<>();
        source.names().forEach(name -> stored.put(name, source.stored(name)));
        write(file, stored, new Content(source::read, metadata, storage), overwrite);
    }

    /** What is written besides names and shapes. */
    private record Content(Function<String, Tensor> values, Map<String, String> metadata, StorageType storage) {}

    private static void write(Path file, SortedMap<String, StoredTensor> tensors, Content content, boolean overwrite) {
        ByteBuffer header = header(tensors, content);
        AtomicFile.write(file, overwrite, stream -> {
            WritableByteChannel channel = Channels.newChannel(stream);
            writeFully(channel, header);
            for (Map.Entry<String, StoredTensor> entry : tensors.entrySet()) {
                StoredType type = content.storage().of(entry.getValue().type());
                try (NativeScope scope = NativeScope.withoutGradients()) {
                    writeValues(channel, content.values().apply(entry.getKey()), type);
                }
            }
        });
    }

    private static ByteBuffer header(SortedMap<String, StoredTensor> tensors, Content content) {
        ObjectNode root = JSON.createObjectNode();
        if (!content.metadata().isEmpty()) {
            ObjectNode texts = root.putObject(METADATA);
            new TreeMap<>(content.metadata()).forEach(texts::put);
        }
        long begin = 0;
        for (Map.Entry<String, StoredTensor> entry : tensors.entrySet()) {
            if (entry.getKey().equals(METADATA)) {
                throw new IllegalArgumentException("a tensor cannot be named " + METADATA);
            }
            List<Long> shape = entry.getValue().shape();
            StoredType type = content.storage().of(entry.getValue().type());
            long end = begin + new StoredTensor(type, shape).byteCount();
            ObjectNode place = root.putObject(entry.getKey()).put("dtype", type.name());
            shape.forEach(place.putArray("shape")::add);
            place.putArray("data_offsets").add(begin).add(end);
            begin = end;
        }
        byte[] text = root.toString().getBytes(StandardCharsets.UTF_8);
        int padded = (text.length + 7) / 8 * 8;
        ByteBuffer bytes = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(padded).put(text);
        while (bytes.hasRemaining()) {
            bytes.put((byte) ' ');
        }
        return bytes.flip();
    }

    private static void writeValues(WritableByteChannel channel, Tensor tensor, StoredType type) throws IOException {
        Tensor dense = tensor.detach().cpu().to(type.type()).contiguous();
        long size = dense.nbytes();
        for (long from = 0; from < size; from += FileValues.chunkBytes()) {
            writeFully(channel, FileValues.memory(dense, from, Math.min(size, from + FileValues.chunkBytes())));
        }
    }

    private static void writeFully(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Opens a file after checking its whole header; no tensor is read yet.
     *
     * @throws org.crobim.core.error.WeightsException if the file is missing, damaged or of another format
     */
    public static SafetensorsFile open(Path file) {
        return SafetensorsFile.open(file);
    }
}
