package org.crobim.model.weights.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crobim.core.pickle.PersistentValues;
import org.crobim.core.pickle.PickleNone;
import org.crobim.core.pickle.PickleTuple;
import org.crobim.model.weights.StoredType;

/**
 * Storages by the tuple with which a pickle refers to them: {@code ("storage", class, key, device, length)}, in legacy files
 * with a sixth item {@code (view key, first, length)} or None.
 */
final class StorageReferences implements PersistentValues {
    private static final int ZIP_ITEMS = 5;
    private static final int LEGACY_ITEMS = 6;

    private final Map<String, TorchStorage> wholes = new LinkedHashMap<>();

    /** Every storage that was referred to, by its key; the longest where references differ. */
    Map<String, TorchStorage> wholes() {
        return wholes;
    }

    @Override
    public Object find(Object id) {
        List<Object> items = id instanceof PickleTuple tuple ? tuple.items() : List.of();
        if (!items.isEmpty() && "module".equals(items.get(0))) {
            throw new IllegalArgumentException("the file holds a whole Python module with its source, expected weights."
                    + " Save its state_dict() in Python first");
        }
        if (items.size() < ZIP_ITEMS
                || items.size() > LEGACY_ITEMS
                || !"storage".equals(items.get(0))
                || !(items.get(2) instanceof String key)
                || !(items.get(4) instanceof Long length)) {
            throw new IllegalArgumentException(
                    "a reference of %d items, expected (\"storage\", class, key, device, length)"
                            .formatted(items.size()));
        }
        StoredType type = StorageTypes.ofStorage(items.get(1))
                .orElseThrow(() -> new IllegalArgumentException(
                        "storage %s is of the unknown class %s".formatted(key, items.get(1))));
        TorchStorage whole = new TorchStorage(key, type, 0, length);
        wholes.merge(key, whole, (one, other) -> one.byteCount() >= other.byteCount() ? one : other);
        return items.size() == LEGACY_ITEMS ? view(whole, items.get(5)) : whole;
    }

    private static TorchStorage view(TorchStorage whole, Object view) {
        if (view == PickleNone.NONE) {
            return whole;
        }
        List<Object> items = view instanceof PickleTuple tuple ? tuple.items() : List.of();
        if (items.size() != 3 || !(items.get(1) instanceof Long first) || !(items.get(2) instanceof Long length)) {
            throw new IllegalArgumentException(
                    "the view of storage %s is no tuple (key, first, length)".formatted(whole.key()));
        }
        TorchStorage part = new TorchStorage(whole.key(), whole.type(), first, length);
        if (part.byteCount() > whole.byteCount()) {
            throw new IllegalArgumentException("a view of %d values from %d on does not fit into storage %s of %d"
                    .formatted(length, first, whole.key(), whole.length()));
        }
        return part;
    }
}
