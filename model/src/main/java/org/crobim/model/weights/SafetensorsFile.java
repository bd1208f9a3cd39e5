package org.crobim.model.weights;

import java.io.IOException;
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

/** An open safetensors file whose header has been checked; several threads may read at once. */
public final class SafetensorsFile implements WeightsSource {
    private final Path file;
    private final FileChannel channel;
    private final SafetensorsHeader header;
    private final FileValues values;

    private SafetensorsFile(Path file, FileChannel channel, SafetensorsHeader header) {
        this.file = file;
        this.channel = channel;
        this.header = header;
        values = new FileValues(file, channel);
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
            throw FileValues.unreadable(file, e);
        }
    }

    @Override
    public Path path() {
        return file;
    }

    @Override
    public String format() {
        return "safetensors";
    }

    /** The strings beside the tensors; empty if there are none. */
    @Override
    public Map<String, String> metadata() {
        return header.metadata();
    }

    @Override
    public SortedSet<String> names() {
        return new TreeSet<>(header.tensors().keySet());
    }

    /** Sizes of a tensor, empty for a scalar. */
    public List<Long> shape(String name) {
        return stored(name).shape();
    }

    /** Dtype of a tensor as it is stored. */
    public ScalarType type(String name) {
        return stored(name).type().type();
    }

    @Override
    public StoredTensor stored(String name) {
        return place(name).tensor();
    }

    private TensorPlace place(String name) {
        SortedMap<String, TensorPlace> tensors = header.tensors();
        TensorPlace place = tensors.get(name);
        if (place == null) {
            throw new WeightsException("%s: no tensor \"%s\" among %d. The file belongs to another network."
                    .formatted(file, name, tensors.size()));
        }
        return place;
    }

    @Override
    public Tensor read(String name) {
        TensorPlace place = place(name);
        return values.read(place.tensor(), header.dataStart() + place.begin());
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
