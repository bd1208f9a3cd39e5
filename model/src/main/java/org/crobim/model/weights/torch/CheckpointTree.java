package org.crobim.model.weights.torch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crobim.core.pickle.PickleTuple;

/**
 * A nest of dicts and lists, flattened: tensors and small facts by their path with slashes, such as
 * {@code model/backbone.patch_embed.proj.weight} or {@code args/lr}. Dots belong to the names that the file has.
 */
final class CheckpointTree {
    private static final String LONE_TENSOR = "tensor";
    private static final int MOST_FACTS = 200;
    private static final int LONGEST_FACT = 1000;

    /** Characters of all names; dicts that share others would otherwise make names without end. */
    private static final long MOST_CHARACTERS = 32 << 20;

    private final SortedMap<String, TorchTensor> tensors = new TreeMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private long characters;

    private CheckpointTree() {}

    /**
     * Flattens what a pickle gave.
     *
     * @throws IllegalArgumentException if two tensors have one path or the paths are too long
     */
    static CheckpointTree of(Object root) {
        CheckpointTree tree = new CheckpointTree();
        tree.add(root instanceof TorchTensor ? LONE_TENSOR : "", root, true);
        return tree;
    }

    /** Tensors by path. */
    SortedMap<String, TorchTensor> tensors() {
        return Collections.unmodifiableSortedMap(tensors);
    }

    /** Numbers, flags and texts by path: the first 200, none out of lists, long texts cut. */
    Map<String, String> facts() {
        return Collections.unmodifiableMap(facts);
    }

    private void add(String path, Object value, boolean namedOnly) {
        if (value instanceof TorchTensor tensor) {
            count(path);
            if (tensors.put(path, tensor) != null) {
                throw new IllegalArgumentException("two tensors are named \"%s\"".formatted(path));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> add(inside(path, key), item, namedOnly));
        } else if (value instanceof PickleTuple tuple) {
            addAll(path, tuple.items());
        } else if (value instanceof List<?> list) {
            addAll(path, list);
        } else if (namedOnly && facts.size() < MOST_FACTS && isFact(value)) {
            String text = value.toString();
            facts.put(path, text.substring(0, Math.min(LONGEST_FACT, text.length())));
        }
    }

    private void addAll(String path, List<?> items) {
        for (int i = 0; i < items.size(); i++) {
            add(inside(path, i), items.get(i), false);
        }
    }

    private String inside(String path, Object key) {
        String inside = path.isEmpty() ? key.toString() : "%s/%s".formatted(path, key);
        count(inside);
        return inside;
    }

    private void count(String path) {
        characters += path.length() + 1;
        if (characters > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "the names of all values have more than %d characters".formatted(MOST_CHARACTERS));
        }
    }

    private static boolean isFact(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
