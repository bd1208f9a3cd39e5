package org.crobim.model.weights.torch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.core.error.WeightsException;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.weights.FileValues;
import org.crobim.model.weights.StoredTensor;
import org.crobim.model.weights.WeightsSource;

/**
 * An open PyTorch checkpoint, zip or legacy. Nothing of it is run; its memory while open is that of the names, whatever the file
 * claims. Several threads may read at once.
 *
 * <p>Tensors inside dicts and lists are named by their path with slashes, such as {@code model/backbone.norm0.weight}. Values of
 * big-endian machines are turned around. The checksum of a zip archive is compared where a tensor fills its storage.
 */
public final class TorchCheckpoint implements WeightsSource {
    /** Tensors may share values and repeat them, but not without end. */
    private static final long MOST_UNFOLDING = 8;

    private static final long UNFOLDING_OF_SMALL_FILES = 64 << 20;
    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
    private static final int PICKLE_MAGIC = 0x80;

    private final Path file;
    private final FileChannel channel;
    private final CheckpointContent content;
    private final SortedMap<String, TorchTensor> tensors;
    private final Map<String, String> facts;
    private final FileValues values;

    private TorchCheckpoint(Path file, FileChannel channel, CheckpointContent content) throws IOException {
        this.file = file;
        this.channel = channel;
        this.content = content;
        CheckpointTree tree = CheckpointTree.of(content.root());
        tensors = tree.tensors();
        facts = tree.facts();
        values = new FileValues(file, channel);
        requireModestSize(channel.size());
    }

    /** Whether a file begins as a checkpoint does, in one of both containers; false if it cannot be read. */
    public static boolean recognises(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] start = start(channel);
            return isZip(start) || isPickle(start);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Opens a file after checking its names, shapes and places; no tensor is read yet.
     *
     * @throws WeightsException if the file is missing, damaged, of another format, or asks for Python code that is not known as data
     */
    public static TorchCheckpoint open(Path file) {
        if (Files.isDirectory(file)) {
            throw new WeightsException(file + ": is a folder, expected a checkpoint. Name the file inside it.");
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                return new TorchCheckpoint(file, channel, content(file, channel));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new WeightsException(file + ": there is no such file. Check the path of the weights.", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new WeightsException(
                    "%s: the checkpoint cannot be read: %s. Fetch or write it again if it is damaged."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static CheckpointContent content(Path file, FileChannel channel) throws IOException {
        byte[] start = start(channel);
        if (isZip(start)) {
            return TorchArchive.read(channel);
        }
        if (isPickle(start)) {
            return LegacyCheckpoint.read(channel);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        String hint = text.startsWith("version ")
                ? " It is a Git LFS pointer; fetch the file itself with \"git lfs pull\"."
                : "";
        throw new WeightsException(
                "%s: begins with \"%s\", expected a PyTorch checkpoint (a zip archive or a pickle).%s"
                        .formatted(file, printable(text), hint));
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private static byte[] start(FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(8);
        channel.read(start, 0);
        byte[] bytes = new byte[start.position()];
        start.flip().get(bytes);
        return bytes;
    }

    private static boolean isZip(byte[] start) {
        return start.length >= ZIP_MAGIC.length
                && ByteBuffer.wrap(start, 0, ZIP_MAGIC.length).equals(ByteBuffer.wrap(ZIP_MAGIC));
    }

    private static boolean isPickle(byte[] start) {
        return start.length > 1 && (start[0] & 0xff) == PICKLE_MAGIC && start[1] <= 5;
    }

    private void requireModestSize(long fileBytes) throws IOException {
        long most = UNFOLDING_OF_SMALL_FILES + MOST_UNFOLDING * fileBytes;
        long sum = 0;
        for (TorchTensor tensor : tensors.values()) {
            // A view that repeats its values may claim any size: the sum stays below the largest long.
            long bytes = tensor.described().byteCount();
            sum = bytes > most ? bytes : sum + bytes;
            if (sum > most) {
                throw new IOException("the tensors of the file unfold to more than %d bytes, the file itself has %d"
                        .formatted(most, fileBytes));
            }
        }
    }

    @Override
    public Path path() {
        return file;
    }

    @Override
    public String format() {
        return content.container();
    }

    @Override
    public SortedSet<String> names() {
        return new TreeSet<>(tensors.keySet());
    }

    @Override
    public StoredTensor stored(String name) {
        return tensor(name).described();
    }

    private TorchTensor tensor(String name) {
        TorchTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new WeightsException("%s: no tensor \"%s\" among %d. The file belongs to another network."
                    .formatted(file, name, tensors.size()));
        }
        return tensor;
    }

    @Override
    public Tensor read(String name) {
        TorchTensor tensor = tensor(name);
        CheckpointContent.Place place = content.storages().get(tensor.storage().key());
        long span = tensor.span();
        if (span == 0 || place == null) {
            return Tensors.zeros(
                    tensor.storage().type().type(), tensor.described().sizes());
        }
        Tensor row = row(name, tensor, place, new StoredTensor(tensor.storage().type(), List.of(span)));
        long[] sizes = tensor.described().sizes();
        return tensor.isDense()
                ? row.view(sizes)
                : row.as_strided(sizes, tensor.stridesArray()).contiguous();
    }

    private Tensor row(String name, TorchTensor tensor, CheckpointContent.Place place, StoredTensor row) {
        long first = tensor.storage().first() + tensor.offset();
        CRC32 seen = new CRC32();
        Tensor values = this.values.read(row, place.begin() + first * row.type().bytes(), seen::update);
        OptionalLong expected = place.checksum();
        if (expected.isPresent() && row.byteCount() == place.length() && seen.getValue() != expected.getAsLong()) {
            throw new WeightsException(
                    "%s: the checksum of tensor \"%s\" is wrong: the file is damaged. Fetch it again."
                            .formatted(file, name));
        }
        return content.littleEndian() ? values : turned(values, row);
    }

    private static Tensor turned(Tensor values, StoredTensor row) {
        return values.view(ScalarType.Byte)
                .view(row.elements(), row.type().bytes())
                .flip(1)
                .contiguous()
                .view(-1)
                .view(row.type().type());
    }

    /** Numbers and texts beside the tensors, by their path; the first 200. */
    @Override
    public Map<String, String> metadata() {
        return facts;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw FileValues.unreadable(file, e);
        }
    }
}
