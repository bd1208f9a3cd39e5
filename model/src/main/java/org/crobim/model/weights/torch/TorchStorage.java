package org.crobim.model.weights.torch;

import org.crobim.model.weights.StoredType;

/**
 * A row of values that tensors look at.
 *
 * @param key name of the bytes in the container; several storages may have the same
 * @param type dtype of its values
 * @param first number of values before it under this key; 0 unless it is a legacy view
 * @param length number of its values
 */
record TorchStorage(String key, StoredType type, long first, long length) {
    TorchStorage {
        if (first < 0 || length < 0 || Math.max(first, length) > Long.MAX_VALUE / 2 / type.bytes()) {
            throw new IllegalArgumentException(
                    "storage %s has %d values from %d on, expected neither to be negative or larger than memory"
                            .formatted(key, length, first));
        }
    }

    /** The same bytes as values of another dtype, where this one counts bytes. */
    TorchStorage as(StoredType other) {
        if (other == type) {
            return this;
        }
        if (type.bytes() != 1 || first != 0 || length % other.bytes() != 0) {
            throw new IllegalArgumentException(
                    "storage %s of %d %s values cannot be read as %s".formatted(key, length, type, other));
        }
        return new TorchStorage(key, other, 0, length / other.bytes());
    }

    /** Length that the bytes under the key must have at least. */
    long byteCount() {
        return (first + length) * type.bytes();
    }
}
