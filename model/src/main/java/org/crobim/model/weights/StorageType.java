package org.crobim.model.weights;

/** How floating-point tensors are stored; whole numbers always stay as they are. */
public enum StorageType {
    /** In the dtype they have. */
    AS_IS,
    /** Single precision. */
    FLOAT32,
    /** Half precision: half the size, 3 decimal digits, at most 65,504. */
    FLOAT16,
    /** bfloat16: half the size, 2 decimal digits, the range of single precision. */
    BFLOAT16;

    /** The dtype in the file of a tensor that has this one. */
    StoredType of(StoredType own) {
        if (!own.floating()) {
            return own;
        }
        return switch (this) {
            case AS_IS -> own;
            case FLOAT32 -> StoredType.F32;
            case FLOAT16 -> StoredType.F16;
            case BFLOAT16 -> StoredType.BF16;
        };
    }
}
