package org.crobim.train.config.binding;

import java.util.List;
import java.util.Map;

/** A piece of configuration before it has a type, with the place it came from: "recipe.yaml line 12" or "--set a.b=1". */
sealed interface ConfigurationNode {
    /** File and line of the key, or the option. */
    String where();

    /** The value as the user wrote it, cut for messages. */
    String shown();

    /** Keys in the order of the file; mutable, because overrides are put into it. */
    record Mapping(String where, Map<String, ConfigurationNode> children) implements ConfigurationNode {
        @Override
        public String shown() {
            return "a mapping with the keys " + children.keySet();
        }
    }

    /** A list. */
    record Sequence(String where, List<ConfigurationNode> elements) implements ConfigurationNode {
        @Override
        public String shown() {
            return "a list of " + elements.size();
        }
    }

    /**
     * A single value.
     *
     * @param value a String, Boolean, Integer, Long, BigInteger or Double
     */
    record Scalar(String where, Object value) implements ConfigurationNode {
        @Override
        public String shown() {
            return value instanceof String ? "\"" + value + "\"" : value.toString();
        }
    }

    /** A key without a value. */
    record Nothing(String where) implements ConfigurationNode {
        @Override
        public String shown() {
            return "nothing";
        }
    }
}
