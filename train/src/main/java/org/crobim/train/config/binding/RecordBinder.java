package org.crobim.train.config.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crobim.core.error.ConfigurationException;

/** Builds a record tree from a configuration tree by component names; every departure is an error naming place and key. */
final class RecordBinder {
    private final Class<? extends Record> rootType;
    private final ValueBinder values = new ValueBinder(this);

    private RecordBinder(Class<? extends Record> rootType) {
        this.rootType = rootType;
    }

    /** Binds a whole configuration. */
    static <R extends Record> R bind(Class<R> type, ConfigurationNode.Mapping root) {
        return new RecordBinder(type).record(type, root, "");
    }

    <R extends Record> R record(Class<R> type, ConfigurationNode.Mapping node, String path) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> known =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        node.children().forEach((key, child) -> {
            if (!known.contains(key)) {
                throw unknownKey(key, child, path, known);
            }
        });
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = component(components[i], node, path);
        }
        return construct(type, arguments, node, path);
    }

    private Object component(RecordComponent component, ConfigurationNode.Mapping node, String path) {
        String key = join(path, component.getName());
        ConfigurationNode given = node.children().get(component.getName());
        Type type = component.getGenericType();
        if (given != null) {
            return values.value(type, given, key);
        }
        Default fallback = component.getAnnotation(Default.class);
        if (fallback != null) {
            ConfigurationNode parsed = YamlTree.parseValue(fallback.value(), "default of " + key);
            return values.value(type, parsed, key);
        }
        Optional<Object> empty = ValueBinder.emptyOptional(type);
        return empty.orElseThrow(() -> new ConfigurationException(
                "%s: %s is missing, expected %s; add it".formatted(node.where(), key, ValueBinder.expectation(type))));
    }

    private <R extends Record> R construct(
            Class<R> type, Object[] arguments, ConfigurationNode.Mapping node, String path) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ComponentException problem) {
                ConfigurationNode culprit = node.children().getOrDefault(problem.component(), node);
                throw new ConfigurationException(
                        "%s: %s %s".formatted(culprit.where(), join(path, problem.component()), problem.problem()), e);
            }
            throw new IllegalStateException("Record " + type.getSimpleName() + " failed for another reason", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Record " + type.getSimpleName() + " cannot be built", e);
        }
    }

    private ConfigurationException unknownKey(String key, ConfigurationNode node, String path, List<String> known) {
        if (key.indexOf('.') >= 0) {
            return new ConfigurationException(
                    "%s: unknown key \"%s\". Write the keys of a part indented below it, not with a dot"
                            .formatted(node.where(), key));
        }
        String hint = Suggestion.nearest(key, known)
                .or(() -> elsewhere(key))
                .map(word -> " Did you mean " + word + "?")
                .orElse("");
        return new ConfigurationException("%s: unknown key %s.%s Known keys here: %s"
                .formatted(node.where(), join(path, key), hint, String.join(", ", known)));
    }

    /** The full path of a key of this name in another part of the configuration. */
    private Optional<String> elsewhere(String key) {
        List<String> paths = new ArrayList<>();
        collectPaths(rootType, "", paths);
        return paths.stream()
                .filter(path -> path.substring(path.lastIndexOf('.') + 1).equalsIgnoreCase(key))
                .findFirst();
    }

    private static void collectPaths(Class<?> type, String path, List<String> paths) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = join(path, component.getName());
            paths.add(key);
            if (component.getType().isRecord()) {
                collectPaths(component.getType(), key, paths);
            }
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
