package org.crobim.model.weights;

import java.util.List;

/**
 * Where a tensor lies in a file.
 *
 * @param type dtype
 * @param shape sizes, empty for a scalar
 * @param begin first byte after the header
 * @param end byte behind the last
 */
record StoredTensor(StoredType type, List<Long> shape, long begin, long end) {
    StoredTensor {
        shape = List.copyOf(shape);
    }

    long[] sizes() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }

    /** As in messages, for example {@code F32 (128,3,4,4)}. */
    String describe() {
        return type + " " + describe(shape);
    }

    static String describe(List<Long> shape) {
        return shape.toString().replace(" ", "").replace('[', '(').replace(']', ')');
    }
}
