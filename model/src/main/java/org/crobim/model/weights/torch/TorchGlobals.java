package org.crobim.model.weights.torch;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crobim.core.pickle.AllowedGlobals;
import org.crobim.core.pickle.PickleConstructor;
import org.crobim.core.pickle.PickleTuple;

/** The Python names that a checkpoint may use; all others are refused with their name. */
final class TorchGlobals {
    /** Dicts of special classes. */
    private static final Map<String, List<String>> DICTIONARIES = Map.of(
            "collections", List.of("OrderedDict", "defaultdict", "Counter"),
            "yacs.config", List.of("CfgNode"));

    /** Options of a training, and scalars of numpy such as the best score so far: shown, or passed over. */
    private static final Map<String, List<String>> OBJECTS = Map.of(
            "argparse", List.of("Namespace"),
            "types", List.of("SimpleNamespace"),
            "numpy", List.of("dtype"),
            "numpy.core.multiarray", List.of("scalar"),
            "numpy._core.multiarray", List.of("scalar"),
            "copyreg", List.of("_reconstructor"),
            "copy_reg", List.of("_reconstructor"));

    private static final List<String> PATHS =
            List.of("PosixPath", "WindowsPath", "Path", "PurePosixPath", "PureWindowsPath");

    /** Built-in classes that stand as default of a defaultdict or as base of an object. */
    private static final List<String> BUILT_IN = List.of("object", "dict", "list", "int", "float", "str", "bool");

    /** Longest path or name of a device; a few bytes of pickle may ask for very many. */
    private static final int LONGEST_JOINED = 4096;

    private static final AllowedGlobals STATELESS = stateless();

    private TorchGlobals() {}

    /** The names, with what is built for each; for one file. */
    static AllowedGlobals forOneFile() {
        return withAll(withAll(STATELESS, DICTIONARIES, PlainObject.dictionary()), OBJECTS, PlainObject.withFields());
    }

    private static AllowedGlobals stateless() {
        AllowedGlobals allowed = AllowedGlobals.none();
        for (TensorConstructor constructor : TensorConstructor.values()) {
            String module = constructor == TensorConstructor.SUBCLASS ? "torch._tensor" : "torch._utils";
            for (String name : constructor.pythonNames()) {
                allowed = allowed.with(module, name, constructor);
            }
        }
        allowed = allowed.with("torch", "Size", TorchGlobals::tuple)
                .with("torch", "device", arguments -> joined(arguments, ":"))
                .with("_codecs", "encode", TorchGlobals::text)
                .withName("torch", "Tensor")
                .withName("torch.nn.parameter", "Parameter")
                .withName("torch.nn.parameter", "Buffer");
        allowed = withNames(allowed, "torch", StorageTypes.DTYPES.keySet());
        for (String module : List.of("torch", "torch.cuda", "torch.storage")) {
            allowed = withNames(allowed, module, StorageTypes.STORAGES.keySet());
        }
        allowed = withNames(allowed, "builtins", BUILT_IN);
        allowed = withNames(allowed, "__builtin__", BUILT_IN);
        return withAll(allowed, Map.of("pathlib", PATHS), arguments -> joined(arguments, "/"));
    }

    private static AllowedGlobals withNames(AllowedGlobals allowed, String module, Iterable<String> names) {
        AllowedGlobals more = allowed;
        for (String name : names) {
            more = more.withName(module, name);
        }
        return more;
    }

    private static AllowedGlobals withAll(
            AllowedGlobals allowed, Map<String, List<String>> modules, PickleConstructor constructor) {
        AllowedGlobals more = allowed;
        for (Map.Entry<String, List<String>> module : modules.entrySet()) {
            for (String name : module.getValue()) {
                more = more.with(module.getKey(), name, constructor);
            }
        }
        return more;
    }

    private static Object tuple(List<Object> arguments) {
        return arguments.size() == 1 && arguments.get(0) instanceof PickleTuple tuple
                ? tuple
                : new PickleTuple(arguments);
    }

    /** The first argument: bytes that Python 3 writes for Python 2 as text and name of an encoding. */
    private static Object text(List<Object> arguments) {
        if (!arguments.isEmpty() && arguments.get(0) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("its first argument is no text");
    }

    private static Object joined(List<Object> arguments, String separator) {
        String joined = arguments.stream()
                .filter(argument ->
                        argument instanceof Long || argument instanceof String text && text.length() <= LONGEST_JOINED)
                .limit(LONGEST_JOINED)
                .map(Object::toString)
                .collect(Collectors.joining(separator));
        return joined.substring(0, Math.min(joined.length(), LONGEST_JOINED));
    }
}
