package org.crobim.model.weights.torch;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crobim.core.pickle.PickleGlobal;
import org.crobim.core.pickle.PickleNone;

/** Pickles values as Python does with protocol 2: numbers, texts, lists, dicts, tensors and the calls of {@link Call}. */
final class PickleWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, PickledTensor.Storage> storages = new LinkedHashMap<>();
    private final boolean legacy;

    /**
     * @param legacy whether references to storages have the sixth item of old files
     */
    PickleWriter(boolean legacy) {
        this.legacy = legacy;
    }

    /**
     * A Python object: a call, and then a state and entries for the result.
     *
     * @param function of the call
     * @param arguments of the call
     * @param state for {@code __setstate__}; none if None
     * @param entries for a dict
     */
    record Call(PickleGlobal function, List<Object> arguments, Object state, Map<String, ?> entries) {
        static Call of(String module, String name, Object... arguments) {
            return new Call(new PickleGlobal(module, name), List.of(arguments), PickleNone.NONE, Map.of());
        }

        /** What {@code nn.Module.state_dict()} returns. */
        static Call orderedDict(Map<String, ?> entries) {
            return new Call(
                    new PickleGlobal("collections", "OrderedDict"),
                    List.of(),
                    Map.of("_metadata", Map.of("version", 1L)),
                    entries);
        }

        /** What {@code argparse} gives. */
        static Call namespace(Map<String, ?> fields) {
            return new Call(new PickleGlobal("argparse", "Namespace"), List.of(), fields, Map.of());
        }

        /** A trainable tensor. */
        static Call parameter(PickledTensor tensor) {
            return of("torch._utils", "_rebuild_parameter", tensor, true, orderedDict(Map.of()));
        }
    }

    /** One whole pickle. */
    byte[] write(Object value) {
        code(0x80, 2);
        put(value);
        code('.');
        return bytes.toByteArray();
    }

    Map<String, PickledTensor.Storage> storages() {
        return storages;
    }

    private void put(Object value) {
        if (value == PickleNone.NONE) {
            code('N');
        } else if (value instanceof Boolean flag) {
            code(flag ? 0x88 : 0x89);
        } else if (value instanceof Long number) {
            putInteger(BigInteger.valueOf(number));
        } else if (value instanceof BigInteger number) {
            putInteger(number);
        } else if (value instanceof Double number) {
            code('G');
            bytes.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
        } else if (value instanceof String text) {
            putText(text);
        } else if (value instanceof List<?> list) {
            code(']', '(');
            list.forEach(this::put);
            code('e');
        } else if (value instanceof Map<?, ?> map) {
            code('}');
            putEntries(map);
        } else if (value instanceof PickleGlobal global) {
            bytes.writeBytes(
                    "c%s\n%s\n".formatted(global.module(), global.name()).getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Call call) {
            putCall(call);
        } else if (value instanceof PickledTensor tensor) {
            putTensor(tensor);
        } else {
            throw new IllegalArgumentException("no pickle of " + value.getClass());
        }
    }

    private void putInteger(BigInteger number) {
        byte[] bigEndian = number.toByteArray();
        code(0x8a, bigEndian.length);
        for (int i = bigEndian.length - 1; i >= 0; i--) {
            bytes.write(bigEndian[i]);
        }
    }

    private void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        code('X');
        bytes.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(utf8.length)
                .array());
        bytes.writeBytes(utf8);
    }

    private void putEntries(Map<?, ?> map) {
        code('(');
        map.forEach((key, value) -> {
            put(key);
            put(value);
        });
        code('u');
    }

    private void putTuple(Iterable<?> items) {
        code('(');
        items.forEach(this::put);
        code('t');
    }

    private void putCall(Call call) {
        put(call.function());
        putTuple(call.arguments());
        code('R');
        if (!call.entries().isEmpty()) {
            putEntries(call.entries());
        }
        if (call.state() != PickleNone.NONE) {
            put(call.state());
            code('b');
        }
    }

    private void putTensor(PickledTensor tensor) {
        storages.put(tensor.storage().key(), tensor.storage());
        put(new PickleGlobal("torch._utils", "_rebuild_tensor_v2"));
        code('(');
        putStorage(tensor.storage());
        put(tensor.offset());
        putTuple(boxed(tensor.sizes()));
        putTuple(boxed(tensor.strides()));
        put(false);
        put(Call.orderedDict(Map.of()));
        code('t', 'R');
    }

    private void putStorage(PickledTensor.Storage storage) {
        code('(');
        put("storage");
        put(new PickleGlobal("torch", storage.storageClass()));
        put(storage.key());
        put("cpu");
        put(storage.length());
        if (legacy) {
            put(PickleNone.NONE);
        }
        code('t', 'Q');
    }

    private static List<Object> boxed(long... values) {
        return Arrays.stream(values).mapToObj(value -> (Object) value).toList();
    }

    private void code(int... codes) {
        for (int code : codes) {
            bytes.write(code);
        }
    }
}
