package org.crobim.train.config.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.crobim.core.error.ConfigurationException;

/** Converts one configuration value to the type of its record component; nothing is guessed except 1e-3 for a number. */
final class ValueBinder {
    /** YAML 1.1 reads 5e-5 as text for want of a point; people mean the number. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private final RecordBinder records;

    ValueBinder(RecordBinder records) {
        this.records = records;
    }

    /** The value without content of an optional type; empty for other types. */
    static Optional<Object> emptyOptional(Type type) {
        if (type == OptionalInt.class) {
            return Optional.of(OptionalInt.empty());
        }
        return raw(type) == Optional.class ? Optional.of(Optional.empty()) : Optional.empty();
    }

    /** What a user should write for a type. */
    static String expectation(Type type) {
        Class<?> raw = raw(type);
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == OptionalInt.class) {
            return "a whole number";
        } else if (raw == double.class || raw == Double.class) {
            return "a number";
        } else if (raw == boolean.class) {
            return "true or false";
        } else if (raw == Path.class) {
            return "a path";
        } else if (raw == List.class || raw == Optional.class) {
            return (raw == List.class ? "a list, each " : "") + expectation(argument(type));
        } else if (raw == Map.class || raw.isRecord()) {
            return "a mapping of keys to values";
        }
        return raw.isEnum() ? "one of " + String.join(", ", names(raw)) : "text";
    }

    Object value(Type type, ConfigurationNode node, String key) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return node instanceof ConfigurationNode.Nothing
                    ? Optional.empty()
                    : Optional.of(value(argument(type), node, key));
        } else if (raw == OptionalInt.class) {
            return node instanceof ConfigurationNode.Nothing
                    ? OptionalInt.empty()
                    : OptionalInt.of((int) value(int.class, node, key));
        } else if (node instanceof ConfigurationNode.Scalar scalar) {
            return scalar(type, scalar, key);
        } else if (raw == List.class && node instanceof ConfigurationNode.Sequence sequence) {
            return list(argument(type), sequence, key);
        } else if (node instanceof ConfigurationNode.Mapping mapping && raw.isRecord()) {
            return records.record(raw.asSubclass(Record.class), mapping, key);
        } else if (node instanceof ConfigurationNode.Mapping mapping && raw == Map.class) {
            return plain(mapping);
        }
        throw wrongType(type, node, key);
    }

    private static Object scalar(Type type, ConfigurationNode.Scalar scalar, String key) {
        Class<?> raw = raw(type);
        Object value = scalar.value();
        if (raw == String.class && value instanceof String) {
            return value;
        } else if (raw == boolean.class && value instanceof Boolean) {
            return value;
        } else if ((raw == int.class || raw == Integer.class) && value instanceof Integer) {
            return value;
        } else if (raw == long.class && (value instanceof Integer || value instanceof Long)) {
            return ((Number) value).longValue();
        } else if (raw == double.class || raw == Double.class) {
            return number(value).orElseThrow(() -> wrongType(type, scalar, key));
        } else if (raw == Path.class && value instanceof String text) {
            return path(text, scalar, key);
        } else if (raw.isEnum() && value instanceof String text) {
            return constant(raw, text, scalar, key);
        }
        throw wrongType(type, scalar, key);
    }

    private static Optional<Double> number(Object value) {
        if (value instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        return value instanceof String text && NUMBER.matcher(text).matches()
                ? Optional.of(Double.valueOf(text))
                : Optional.empty();
    }

    private static Path path(String text, ConfigurationNode node, String key) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new ConfigurationException(
                    "%s: %s is \"%s\", which is no path: %s".formatted(node.where(), key, text, e.getReason()), e);
        }
    }

    private static Object constant(Class<?> type, String text, ConfigurationNode node, String key) {
        for (Object constant : type.getEnumConstants()) {
            if (RecordWriter.nameOf((Enum<?>) constant).equals(text)) {
                return constant;
            }
        }
        List<String> names = names(type);
        String hint = Suggestion.nearest(text, names)
                .map(word -> ". Did you mean " + word + "?")
                .orElse("");
        throw new ConfigurationException("%s: %s is \"%s\", expected one of %s%s"
                .formatted(node.where(), key, text, String.join(", ", names), hint));
    }

    private List<Object> list(Type element, ConfigurationNode.Sequence sequence, String key) {
        List<Object> result = new ArrayList<>();
        for (int i = 0; i < sequence.elements().size(); i++) {
            result.add(value(element, sequence.elements().get(i), key + "[" + i + "]"));
        }
        return List.copyOf(result);
    }

    /** A free-form value: Boolean, Integer, Long, Double, String, List or Map. */
    private static Object plain(ConfigurationNode node) {
        if (node instanceof ConfigurationNode.Mapping mapping) {
            Map<String, Object> result = new LinkedHashMap<>();
            mapping.children().forEach((key, child) -> {
                if (child instanceof ConfigurationNode.Nothing) {
                    throw new ConfigurationException(
                            "%s: %s has no value; give one or remove it".formatted(child.where(), key));
                }
                result.put(key, plain(child));
            });
            return result;
        } else if (node instanceof ConfigurationNode.Sequence sequence) {
            return sequence.elements().stream().map(ValueBinder::plain).toList();
        } else if (node instanceof ConfigurationNode.Scalar scalar) {
            return scalar.value() instanceof String
                    ? number(scalar.value()).<Object>map(n -> n).orElse(scalar.value())
                    : scalar.value();
        }
        return "";
    }

    private static ConfigurationException wrongType(Type type, ConfigurationNode node, String key) {
        String hint = raw(type) == String.class && node instanceof ConfigurationNode.Scalar
                ? "; put it in quotes if it is meant as text"
                : "";
        return new ConfigurationException(
                "%s: %s is %s, expected %s%s".formatted(node.where(), key, node.shown(), expectation(type), hint));
    }

    private static List<String> names(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants())
                .map(constant -> RecordWriter.nameOf((Enum<?>) constant))
                .toList();
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
}
