package org.crobim.model.weights.torch;

import java.util.Map;
import java.util.Optional;
import org.crobim.core.pickle.PickleGlobal;
import org.crobim.model.weights.StoredType;

/** What PyTorch calls the dtypes: classes of storages, and names of their own. */
final class StorageTypes {
    /** Class of a storage that counts bytes; the dtype stands beside the tensor. */
    static final String UNTYPED = "UntypedStorage";

    static final Map<String, StoredType> STORAGES = Map.ofEntries(
            Map.entry("DoubleStorage", StoredType.F64),
            Map.entry("FloatStorage", StoredType.F32),
            Map.entry("HalfStorage", StoredType.F16),
            Map.entry("BFloat16Storage", StoredType.BF16),
            Map.entry("LongStorage", StoredType.I64),
            Map.entry("IntStorage", StoredType.I32),
            Map.entry("ShortStorage", StoredType.I16),
            Map.entry("CharStorage", StoredType.I8),
            Map.entry("ByteStorage", StoredType.U8),
            Map.entry("BoolStorage", StoredType.BOOL),
            Map.entry(UNTYPED, StoredType.U8));

    static final Map<String, StoredType> DTYPES = Map.ofEntries(
            Map.entry("float64", StoredType.F64),
            Map.entry("float32", StoredType.F32),
            Map.entry("float16", StoredType.F16),
            Map.entry("bfloat16", StoredType.BF16),
            Map.entry("int64", StoredType.I64),
            Map.entry("int32", StoredType.I32),
            Map.entry("int16", StoredType.I16),
            Map.entry("int8", StoredType.I8),
            Map.entry("uint8", StoredType.U8),
            Map.entry("bool", StoredType.BOOL));

    private StorageTypes() {}

    /** Dtype of a class of storages; legacy files also name those of a graphics card. */
    static Optional<StoredType> ofStorage(Object name) {
        return name instanceof PickleGlobal global
                ? Optional.ofNullable(STORAGES.get(global.name()))
                : Optional.empty();
    }

    /** Dtype by its own name. */
    static Optional<StoredType> ofDtype(Object name) {
        return name instanceof PickleGlobal global && global.module().equals("torch")
                ? Optional.ofNullable(DTYPES.get(global.name()))
                : Optional.empty();
    }
}
