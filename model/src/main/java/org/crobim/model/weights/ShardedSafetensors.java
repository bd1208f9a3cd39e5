package org.crobim.model.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.error.WeightsException;

/**
 * Several safetensors files in one folder, with an index that says which tensor lies in which.
 *
 * <p>The index is a JSON object with {@code weight_map} (name of a tensor to name of a file) and, optionally, {@code metadata}.
 * Every tensor must be in the file that the index names, and the files hold no others.
 */
public final class ShardedSafetensors implements WeightsSource {
    /** Name of the index beside the files. */
    public static final String INDEX = "model.safetensors.index.json";

    private static final long MOST_INDEX_BYTES = 64 << 20;
    private static final int MOST_SHARDS = 1000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path index;
    private final Map<String, SafetensorsFile> shards = new TreeMap<>();
    private final SortedMap<String, SafetensorsFile> places = new TreeMap<>();
    private final SortedMap<String, String> metadata = new TreeMap<>();

    private ShardedSafetensors(Path index) {
        this.index = index;
    }

    /**
     * Opens all files of an index after checking their headers; no tensor is read yet.
     *
     * @param index the JSON file
     * @throws WeightsException if it or one of the files is missing or damaged, or if they do not agree
     */
    public static ShardedSafetensors open(Path index) {
        ShardedSafetensors opened = new ShardedSafetensors(index);
        try {
            opened.read(index(index));
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static JsonNode index(Path index) {
        try {
            if (Files.size(index) > MOST_INDEX_BYTES) {
                throw new WeightsException("%s: has %d bytes, expected an index of at most %d."
                        .formatted(index, Files.size(index), MOST_INDEX_BYTES));
            }
            return JSON.readTree(Files.readString(index));
        } catch (NoSuchFileException e) {
            throw new WeightsException(index + ": there is no such file. Check the path of the weights.", e);
        } catch (JsonProcessingException e) {
            throw new WeightsException(
                    "%s: is not valid JSON (%s). Fetch the index again.".formatted(index, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw FileValues.unreadable(index, e);
        }
    }

    private void read(JsonNode root) {
        JsonNode map = root.path("weight_map");
        if (!map.isObject()) {
            throw new WeightsException(index + ": has no object \"weight_map\", expected names of tensors and files.");
        }
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            places.put(entry.getKey(), shard(entry.getValue().asText("")));
        }
        for (Map.Entry<String, SafetensorsFile> shard : shards.entrySet()) {
            SortedSet<String> expected = new TreeSet<>();
            places.forEach((name, file) -> {
                if (file == shard.getValue()) {
                    expected.add(name);
                }
            });
            requireSame(shard.getKey(), shard.getValue().names(), expected);
            metadata.putAll(shard.getValue().metadata());
        }
        root.path("metadata")
                .properties()
                .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asText()));
    }

    private SafetensorsFile shard(String name) {
        SafetensorsFile open = shards.get(name);
        if (open != null) {
            return open;
        }
        boolean leadsOut = name.isEmpty() || name.contains("/") || name.contains("\\") || name.contains(":");
        if (leadsOut || !name.endsWith(".safetensors") || shards.size() == MOST_SHARDS) {
            throw new WeightsException(
                    "%s: names the file \"%s\", expected at most %d files *.safetensors beside the index."
                            .formatted(index, name, MOST_SHARDS));
        }
        SafetensorsFile opened = Safetensors.open(index.resolveSibling(name));
        shards.put(name, opened);
        return opened;
    }

    private void requireSame(String shard, SortedSet<String> found, SortedSet<String> expected) {
        if (!found.equals(expected)) {
            SortedSet<String> different = new TreeSet<>(found);
            different.removeIf(expected::contains);
            expected.stream().filter(name -> !found.contains(name)).forEach(different::add);
            throw new WeightsException(
                    "%s: %s and the index disagree about %d tensors, the first is \"%s\". Fetch both again."
                            .formatted(index, shard, different.size(), different.first()));
        }
    }

    @Override
    public Path path() {
        return index;
    }

    @Override
    public String format() {
        return "safetensors in %d files".formatted(shards.size());
    }

    @Override
    public SortedSet<String> names() {
        return new TreeSet<>(places.keySet());
    }

    @Override
    public StoredTensor stored(String name) {
        return place(name).stored(name);
    }

    @Override
    public Tensor read(String name) {
        return place(name).read(name);
    }

    private SafetensorsFile place(String name) {
        SafetensorsFile place = places.get(name);
        if (place == null) {
            throw new WeightsException("%s: no tensor \"%s\" among %d. The files belong to another network."
                    .formatted(index, name, places.size()));
        }
        return place;
    }

    /** The entries of all files and of the index, which prevails. */
    @Override
    public Map<String, String> metadata() {
        return Map.copyOf(metadata);
    }

    @Override
    public void close() {
        shards.values().forEach(SafetensorsFile::close);
    }
}
