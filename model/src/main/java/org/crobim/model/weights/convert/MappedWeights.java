package org.crobim.model.weights.convert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.error.WeightsException;
import org.crobim.model.weights.StoredTensor;
import org.crobim.model.weights.WeightsSource;

/** Another file under new names, without the tensors that a rule leaves out. Closing it closes the file. */
public final class MappedWeights implements WeightsSource {
    private final WeightsSource source;
    private final SortedMap<String, String> originals = new TreeMap<>();
    private final List<String> leftOut = new ArrayList<>();

    private MappedWeights(WeightsSource source) {
        this.source = source;
    }

    /**
     * Applies a rule.
     *
     * @throws WeightsException if two tensors would get one name
     */
    public static MappedWeights of(WeightsSource source, NameRule rule) {
        MappedWeights mapped = new MappedWeights(source);
        for (String original : source.names()) {
            Optional<String> name = rule.apply(original);
            if (name.isEmpty()) {
                mapped.leftOut.add(original);
                continue;
            }
            String other = mapped.originals.put(name.get(), original);
            if (other != null) {
                throw new WeightsException(
                        "%s: \"%s\" and \"%s\" are both %s by the rules of the network. Remove one of them."
                                .formatted(source.path(), other, original, name.get()));
            }
        }
        return mapped;
    }

    /** Names in the file of the tensors that the rule left out. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    @Override
    public Path path() {
        return source.path();
    }

    @Override
    public String format() {
        return source.format();
    }

    @Override
    public SortedSet<String> names() {
        return new TreeSet<>(originals.keySet());
    }

    @Override
    public StoredTensor stored(String name) {
        return source.stored(original(name));
    }

    @Override
    public Tensor read(String name) {
        return source.read(original(name));
    }

    private String original(String name) {
        String original = originals.get(name);
        if (original == null) {
            throw new WeightsException("%s: no tensor becomes \"%s\" among %d. The file belongs to another network."
                    .formatted(source.path(), name, originals.size()));
        }
        return original;
    }

    @Override
    public Map<String, String> metadata() {
        return source.metadata();
    }

    @Override
    public void close() {
        source.close();
    }
}
