package org.crobim.model.weights.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crobim.core.pickle.PickleConstructor;
import org.crobim.core.pickle.PickleTuple;

/**
 * What stands for Python objects that a checkpoint holds beside its tensors: the fields or entries, as a Map. Nothing of the
 * class is known, and nothing is done with it. One instance for each file.
 */
final class PlainObject implements PickleConstructor {
    /** Fields that are copied in all; a few bytes of pickle may ask for the same thousand of them again and again. */
    private static final long MOST_COPIED = 1_000_000;

    private final boolean keepsFields;
    private long copied;

    private PlainObject(boolean keepsFields) {
        this.keepsFields = keepsFields;
    }

    /** An object whose state is its fields, such as the options of a command. */
    static PlainObject withFields() {
        return new PlainObject(true);
    }

    /** A dict of a special class; its own fields are left out, so that they do not mix with the entries. */
    static PlainObject dictionary() {
        return new PlainObject(false);
    }

    @Override
    public Object construct(List<Object> arguments) {
        for (Object argument : arguments) {
            if (argument instanceof Map<?, ?> entries) {
                return entries;
            }
        }
        Map<Object, Object> made = new LinkedHashMap<>();
        for (Object argument : arguments) {
            // Python 2 writes an OrderedDict as list of pairs.
            if (argument instanceof List<?> pairs) {
                pairs.forEach(pair -> putPair(made, pair));
            }
        }
        return made;
    }

    private void putPair(Map<Object, Object> made, Object pair) {
        List<?> items = List.of();
        if (pair instanceof PickleTuple tuple) {
            items = tuple.items();
        } else if (pair instanceof List<?> list) {
            items = list;
        }
        if (items.size() != 2 || !(items.get(0) instanceof String)) {
            throw new IllegalArgumentException("entries of a dict must be pairs with a text as key");
        }
        put(made, items.get(0), items.get(1));
    }

    @Override
    @SuppressWarnings("unchecked")
    public void setState(Object made, Object state) {
        if (keepsFields && state instanceof Map<?, ?> fields && made != state) {
            // Names only: other keys could be made to collide in the table.
            fields.forEach((name, value) -> {
                if (name instanceof String) {
                    put((Map<Object, Object>) made, name, value);
                }
            });
        }
    }

    private void put(Map<Object, Object> made, Object name, Object value) {
        if (++copied > MOST_COPIED) {
            throw new IllegalArgumentException("objects with more than %d fields in all".formatted(MOST_COPIED));
        }
        made.put(name, value);
    }
}
