package org.crobim.model.weights;

import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The dtypes that files and libtorch have in common; the constants are named as in safetensors. */
public enum StoredType {
    /** Double precision. */
    F64(ScalarType.Double, 8, true),
    /** Single precision. */
    F32(ScalarType.Float, 4, true),
    /** Half precision. */
    F16(ScalarType.Half, 2, true),
    /** bfloat16. */
    BF16(ScalarType.BFloat16, 2, true),
    /** Whole numbers of 8 bytes. */
    I64(ScalarType.Long, 8, false),
    /** Whole numbers of 4 bytes. */
    I32(ScalarType.Int, 4, false),
    /** Whole numbers of 2 bytes. */
    I16(ScalarType.Short, 2, false),
    /** Whole numbers of 1 byte. */
    I8(ScalarType.Char, 1, false),
    /** Whole numbers of 1 byte without sign. */
    U8(ScalarType.Byte, 1, false),
    /** True or false, a byte each. */
    BOOL(ScalarType.Bool, 1, false);

    private final ScalarType type;
    private final int bytes;
    private final boolean floating;

    StoredType(ScalarType type, int bytes, boolean floating) {
        this.type = type;
        this.bytes = bytes;
        this.floating = floating;
    }

    /** The dtype of libtorch. */
    public ScalarType type() {
        return type;
    }

    /** Length of a value. */
    public int bytes() {
        return bytes;
    }

    /** Whether values have a fraction. */
    public boolean floating() {
        return floating;
    }

    static Optional<StoredType> named(String name) {
        return Arrays.stream(values()).filter(t -> t.name().equals(name)).findFirst();
    }

    static StoredType of(ScalarType type) {
        // The binding hands out enum values that are not the constants.
        ScalarType constant = type.intern();
        return Arrays.stream(values())
                .filter(t -> t.type == constant)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("safetensors cannot hold dtype " + constant));
    }
}
