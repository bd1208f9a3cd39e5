package org.crobim.model.weights.torch;

import java.util.List;
import org.crobim.model.weights.StoredTensor;

/**
 * A view onto a storage: value (i, j, ..) lies at {@code offset + i * strides[0] + j * strides[1] + ..}
 *
 * @param storage what it looks at
 * @param offset of the first value in the storage
 * @param sizes at least 0 each, empty for a scalar
 * @param strides as many as sizes, at least 0 each
 */
record TorchTensor(TorchStorage storage, long offset, List<Long> sizes, List<Long> strides) {
    /** libtorch's own limit for most operators. */
    private static final int MOST_DIMENSIONS = 64;

    TorchTensor {
        sizes = List.copyOf(sizes);
        strides = List.copyOf(strides);
        if (sizes.size() != strides.size() || sizes.size() > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("a tensor has %d sizes and %d strides, expected as many, at most %d"
                    .formatted(sizes.size(), strides.size(), MOST_DIMENSIONS));
        }
        if (offset < 0
                || sizes.stream().anyMatch(size -> size < 0)
                || strides.stream().anyMatch(stride -> stride < 0)) {
            throw new IllegalArgumentException("a tensor has offset %d, sizes %s and strides %s, expected none negative"
                    .formatted(offset, sizes, strides));
        }
        requireInside(storage, offset, sizes, strides);
    }

    private static void requireInside(TorchStorage storage, long offset, List<Long> sizes, List<Long> strides) {
        try {
            boolean empty = new StoredTensor(storage.type(), sizes).byteCount() == 0;
            long end = Math.addExact(offset, empty ? 0 : span(sizes, strides));
            if (end > storage.length()) {
                throw new IllegalArgumentException(
                        "a tensor of sizes %s and strides %s from value %d on reaches to %d, but storage %s has %d values"
                                .formatted(sizes, strides, offset, end, storage.key(), storage.length()));
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "a tensor of sizes %s and strides %s is more than memory can hold".formatted(sizes, strides), e);
        }
    }

    private static long span(List<Long> sizes, List<Long> strides) {
        long span = 1;
        for (int i = 0; i < sizes.size(); i++) {
            span = Math.addExact(span, Math.multiplyExact(sizes.get(i) - 1, strides.get(i)));
        }
        return span;
    }

    /** Dtype and shape. */
    StoredTensor described() {
        return new StoredTensor(storage.type(), sizes);
    }

    /** Number of values from the first to the last in the storage, with those between that are not its own. */
    long span() {
        return sizes.contains(0L) ? 0 : span(sizes, strides);
    }

    /** The strides as libtorch takes them. */
    long[] stridesArray() {
        return strides.stream().mapToLong(Long::longValue).toArray();
    }

    /** Whether its values lie in the storage as they read, row by row. */
    boolean isDense() {
        long expected = 1;
        for (int i = sizes.size() - 1; i >= 0; i--) {
            if (sizes.get(i) != 1 && strides.get(i) != expected) {
                return false;
            }
            expected *= Math.max(1, sizes.get(i));
        }
        return true;
    }
}
