package org.crobim.model.weights;

import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The dtypes of the format that libtorch has too; the constants are named as in the file. */
enum StoredType {
    F64(ScalarType.Double, 8, true),
    F32(ScalarType.Float, 4, true),
    F16(ScalarType.Half, 2, true),
    BF16(ScalarType.BFloat16, 2, true),
    I64(ScalarType.Long, 8, false),
    I32(ScalarType.Int, 4, false),
    I16(ScalarType.Short, 2, false),
    I8(ScalarType.Char, 1, false),
    U8(ScalarType.Byte, 1, false),
    BOOL(ScalarType.Bool, 1, false);

    final ScalarType type;
    final int bytes;
    final boolean floating;

    StoredType(ScalarType type, int bytes, boolean floating) {
        this.type = type;
        this.bytes = bytes;
        this.floating = floating;
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
