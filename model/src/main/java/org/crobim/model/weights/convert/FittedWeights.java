package org.crobim.model.weights.convert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.error.WeightsException;
import org.crobim.model.weights.StoredTensor;
import org.crobim.model.weights.WeightsSource;

/** Another file, some tensors of which are brought to another shape when they are read. Closing it closes the file. */
public final class FittedWeights implements WeightsSource {
    private final WeightsSource source;
    private final SortedMap<String, Change> changes = new TreeMap<>();
    private final SortedSet<String> skipped = new TreeSet<>();
    private final List<String> notes = new ArrayList<>();

    FittedWeights(WeightsSource source) {
        this.source = source;
    }

    /** A new shape, and how it is come by. */
    private record Change(List<Long> shape, UnaryOperator<Tensor> values) {}

    /** Gives a tensor another shape; the operator keeps its dtype. */
    void change(String name, List<Long> shape, UnaryOperator<Tensor> values, String note) {
        changes.put(name, new Change(shape, values));
        notes.add(note);
    }

    /** Passes over a tensor. */
    void skip(String name, String note) {
        skipped.add(name);
        notes.add(note);
    }

    /** What was changed or passed over, a sentence each. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Tensors of the file that were passed over, since they cannot be brought to the shape of the network. */
    public SortedSet<String> skipped() {
        return new TreeSet<>(skipped);
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
        SortedSet<String> names = source.names();
        names.removeAll(skipped);
        return names;
    }

    @Override
    public StoredTensor stored(String name) {
        requireThere(name);
        StoredTensor stored = source.stored(name);
        Change change = changes.get(name);
        return change == null ? stored : new StoredTensor(stored.type(), change.shape());
    }

    @Override
    public Tensor read(String name) {
        requireThere(name);
        Tensor tensor = source.read(name);
        Change change = changes.get(name);
        return change == null ? tensor : change.values().apply(tensor);
    }

    private void requireThere(String name) {
        if (skipped.contains(name)) {
            throw new WeightsException(
                    "%s: tensor \"%s\" was passed over, as it does not fit.".formatted(source.path(), name));
        }
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
