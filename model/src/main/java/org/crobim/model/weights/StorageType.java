package org.crobim.model.weights;

/** How floating-point tensors are stored; whole numbers always stay as they are. */
public enum StorageType {
    /** In the dtype they have. */
    AS_IS,
    /** Half precision: half the size, 3 decimal digits, at most 65,504. */
    FLOAT16,
    /** bfloat16: half the size, 2 decimal digits, the range of single precision. */
    BFLOAT16
}
