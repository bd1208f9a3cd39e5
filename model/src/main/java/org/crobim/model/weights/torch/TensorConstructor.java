package org.crobim.model.weights.torch;

import java.util.List;
import org.crobim.core.pickle.PickleConstructor;
import org.crobim.core.pickle.PickleGlobal;
import org.crobim.core.pickle.PickleTuple;
import org.crobim.model.weights.StoredType;

/** The functions of {@code torch._utils} with which a pickle puts tensors together. */
enum TensorConstructor implements PickleConstructor {
    /** (storage, offset, sizes, strides, and what only training needs). */
    TENSOR("_rebuild_tensor", "_rebuild_tensor_v2") {
        @Override
        public Object construct(List<Object> arguments) {
            return view(arguments, storage(arguments));
        }
    },
    /** The same with the dtype as seventh argument and a storage that counts bytes. */
    TENSOR_OF_DTYPE("_rebuild_tensor_v3") {
        @Override
        public Object construct(List<Object> arguments) {
            StoredType type = StorageTypes.ofDtype(argument(arguments, 6))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the dtype %s is not supported".formatted(argument(arguments, 6))));
            return view(arguments, storage(arguments).as(type));
        }
    },
    /** (tensor, and what only training needs). */
    PARAMETER("_rebuild_parameter", "_rebuild_parameter_with_state") {
        @Override
        public Object construct(List<Object> arguments) {
            if (argument(arguments, 0) instanceof TorchTensor tensor) {
                return tensor;
            }
            throw new IllegalArgumentException("its first argument is no tensor");
        }
    },
    /** (one of the functions above, class, its arguments, state): a tensor with attributes of its own, which are left out. */
    SUBCLASS("_rebuild_from_type_v2") {
        @Override
        public Object construct(List<Object> arguments) {
            if (argument(arguments, 0) instanceof PickleGlobal function
                    && argument(arguments, 2) instanceof PickleTuple inner) {
                for (TensorConstructor other : values()) {
                    if (other != SUBCLASS && other.pythonNames.contains(function.name())) {
                        return other.construct(inner.items());
                    }
                }
            }
            throw new IllegalArgumentException("it does not name a function that builds tensors");
        }
    };

    private final List<String> pythonNames;

    TensorConstructor(String... pythonNames) {
        this.pythonNames = List.of(pythonNames);
    }

    /** The names of the functions. */
    List<String> pythonNames() {
        return pythonNames;
    }

    private static TorchStorage storage(List<Object> arguments) {
        if (argument(arguments, 0) instanceof TorchStorage storage) {
            return storage;
        }
        throw new IllegalArgumentException("its first argument is no storage");
    }

    private static TorchTensor view(List<Object> arguments, TorchStorage storage) {
        if (argument(arguments, 1) instanceof Long offset) {
            return new TorchTensor(storage, offset, numbers(arguments, 2), numbers(arguments, 3));
        }
        throw new IllegalArgumentException("the offset of a tensor is no whole number");
    }

    @SuppressWarnings("unchecked")
    private static List<Long> numbers(List<Object> arguments, int index) {
        if (argument(arguments, index) instanceof PickleTuple tuple
                && tuple.items().stream().allMatch(Long.class::isInstance)) {
            // The list itself and no copy: a small pickle may give the same tuple to very many tensors.
            return (List<Long>) (List<?>) tuple.items();
        }
        throw new IllegalArgumentException("sizes and strides of a tensor must be tuples of whole numbers");
    }

    private static Object argument(List<Object> arguments, int index) {
        if (index < arguments.size()) {
            return arguments.get(index);
        }
        throw new IllegalArgumentException("%d arguments, expected at least %d".formatted(arguments.size(), index + 1));
    }
}
