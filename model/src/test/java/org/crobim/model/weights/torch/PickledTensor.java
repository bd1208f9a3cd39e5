package org.crobim.model.weights.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A tensor as Python would pickle it.
 *
 * @param storage what it looks at
 * @param offset of its first value
 * @param sizes of its dimensions
 * @param strides of its dimensions
 */
record PickledTensor(Storage storage, long offset, long[] sizes, long[] strides) {
    /**
     * Bytes under a key.
     *
     * @param key name in the container
     * @param storageClass for example {@code FloatStorage}
     * @param length number of values
     * @param bytes of all of them
     */
    record Storage(String key, String storageClass, long length, byte[] bytes) {}

    /** A whole float32 storage, row by row. */
    static PickledTensor floats(String key, float[] values, long... sizes) {
        return of(floatStorage(key, ByteOrder.LITTLE_ENDIAN, values), sizes);
    }

    static Storage floatStorage(String key, ByteOrder order, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(order);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return new Storage(key, "FloatStorage", values.length, bytes.array());
    }

    static PickledTensor of(Storage storage, long... sizes) {
        long[] strides = new long[sizes.length];
        long stride = 1;
        for (int i = sizes.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= Math.max(1, sizes[i]);
        }
        return new PickledTensor(storage, 0, sizes, strides);
    }
}
