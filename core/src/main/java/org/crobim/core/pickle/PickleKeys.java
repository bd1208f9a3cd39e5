package org.crobim.core.pickle;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts keys into maps and sets. Only small values that cannot change are keys, and many keys must be of one kind: others could be
 * made to collide in the hash table, or to take for ever to hash.
 */
final class PickleKeys {
    private static final int LONGEST_TUPLE = 16;
    private static final int LARGEST_MIXED = 1000;

    private PickleKeys() {}

    /** Puts keys and values that take turns into a map; a key that comes again replaces its value. */
    static void putAll(Map<Object, Object> map, List<Object> keysAndValues) throws PickleException {
        if (keysAndValues.size() % 2 != 0) {
            throw new PickleException("a key of a dict has no value");
        }
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            requireKey(keysAndValues.get(i), map.keySet());
            map.put(keysAndValues.get(i), keysAndValues.get(i + 1));
        }
    }

    /** Adds items to a set. */
    static void addAll(Set<Object> set, Collection<Object> items) throws PickleException {
        for (Object item : items) {
            requireKey(item, set);
            set.add(item);
        }
    }

    private static void requireKey(Object key, Set<Object> others) throws PickleException {
        boolean allowed = isScalar(key)
                || key instanceof PickleTuple tuple
                        && tuple.items().size() <= LONGEST_TUPLE
                        && tuple.items().stream().allMatch(PickleKeys::isScalar);
        if (!allowed) {
            throw new PickleException(
                    "a %s is no key of a dict or set: expected a text, a number or a short tuple of them"
                            .formatted(key.getClass().getSimpleName()));
        }
        if (others.size() >= LARGEST_MIXED && !isLikeOthers(key, others)) {
            throw new PickleException("a dict or set of more than %d keys must have only texts or only integers"
                    .formatted(LARGEST_MIXED));
        }
    }

    private static boolean isLikeOthers(Object key, Set<Object> others) {
        return (key instanceof String || key instanceof Long)
                && key.getClass() == others.iterator().next().getClass();
    }

    private static boolean isScalar(Object value) {
        return value instanceof String
                || value instanceof Long
                || value instanceof BigInteger
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof PickleGlobal
                || value == PickleNone.NONE;
    }
}
