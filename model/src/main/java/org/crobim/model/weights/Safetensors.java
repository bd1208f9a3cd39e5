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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
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

    private static final int CHUNK_BYTES = 1 << 26;
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
        SortedMap<String, Tensor> sorted = new TreeMap<>(tensors);
        ByteBuffer header = header(sorted, metadata, storage);
        AtomicFile.write(file, overwrite, stream -> {
            WritableByteChannel channel = Channels.newChannel(stream);
            writeFully(channel, header);
            for (Tensor tensor : sorted.values()) {
                writeValues(channel, tensor, storage);
            }
        });
    }

    private static ByteBuffer header(
            SortedMap<String, Tensor> tensors, Map<String, String> metadata, StorageType storage) {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = root.putObject(METADATA);
            new TreeMap<>(metadata).forEach(texts::put);
        }
        long begin = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            if (entry.getKey().equals(METADATA)) {
                throw new IllegalArgumentException("a tensor cannot be named " + METADATA);
            }
            Tensor tensor = entry.getValue();
            StoredType type = storedType(tensor, storage);
            long end = begin + tensor.numel() * type.bytes;
            ObjectNode place = root.putObject(entry.getKey()).put("dtype", type.name());
            Arrays.stream(Tensors.shape(tensor)).forEach(place.putArray("shape")::add);
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

    private static StoredType storedType(Tensor tensor, StorageType storage) {
        StoredType own = StoredType.of(tensor.scalar_type());
        if (!own.floating) {
            return own;
        }
        return switch (storage) {
            case AS_IS -> own;
            case FLOAT16 -> StoredType.F16;
            case BFLOAT16 -> StoredType.BF16;
        };
    }

    private static void writeValues(WritableByteChannel channel, Tensor tensor, StorageType storage)
            throws IOException {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            ScalarType type = storedType(tensor, storage).type;
            Tensor dense = tensor.detach().cpu().to(type).contiguous();
            long size = dense.nbytes();
            for (long from = 0; from < size; from += CHUNK_BYTES) {
                writeFully(channel, memory(dense, from, Math.min(size, from + CHUNK_BYTES)));
            }
        }
    }

    /** A part of a dense tensor's memory; valid as long as the tensor. */
    static ByteBuffer memory(Tensor dense, long fromByte, long toByte) {
        return new BytePointer(dense.data_ptr())
                .position(fromByte)
                .limit(toByte)
                .asByteBuffer();
    }

    /** Size of the parts in which values travel between file and tensor. */
    static int chunkBytes() {
        return CHUNK_BYTES;
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
