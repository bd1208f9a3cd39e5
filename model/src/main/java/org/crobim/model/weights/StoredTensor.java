package org.crobim.model.weights;

import java.util.List;

/**
 * What a file says about a tensor.
 *
 * @param type dtype
 * @param shape sizes, at least 0 each; empty for a scalar
 */
public record StoredTensor(StoredType type, List<Long> shape) {
    /** Copies the sizes. */
    public StoredTensor {
        shape = List.copyOf(shape);
        if (shape.stream().anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException("a tensor has the shape %s, expected sizes from 0 on".formatted(shape));
        }
    }

    /** The sizes as libtorch takes them. */
    public long[] sizes() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * Number of values.
     *
     * @throws ArithmeticException if a long cannot hold it, even where another size is 0
     */
    public long elements() {
        long elements = 1;
        // Sizes are multiplied without the zeros, as libtorch does for strides, so that (0, 2^62, 4) is refused too.
        for (long size : shape) {
            elements = Math.multiplyExact(elements, Math.max(size, 1));
        }
        return shape.contains(0L) ? 0 : elements;
    }

    /**
     * Length of the values.
     *
     * @throws ArithmeticException as {@link #elements}
     */
    public long byteCount() {
        return Math.multiplyExact(elements(), type.bytes());
    }

    /** As in messages, for example {@code F32 (128,3,4,4)}. */
    public String describe() {
        return type + " " + describe(shape);
    }

    static String describe(List<Long> shape) {
        return shape.toString().replace(" ", "").replace('[', '(').replace(']', ')');
    }
}
