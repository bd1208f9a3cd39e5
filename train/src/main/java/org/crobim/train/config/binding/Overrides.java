package org.crobim.train.config.binding;

import java.util.LinkedHashMap;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.UsageException;

/** Puts {@code --set key.path=value} options into a configuration tree, in their order; the last one wins. */
final class Overrides {
    private Overrides() {}

    static void apply(ConfigurationNode.Mapping root, Iterable<String> options) {
        for (String option : options) {
            apply(root, option);
        }
    }

    private static void apply(ConfigurationNode.Mapping root, String option) {
        String where = "--set " + option;
        int equals = option.indexOf('=');
        if (equals < 1) {
            throw new UsageException(where + ": expected key.path=value, for example optimization.steps=2000");
        }
        String[] keys = option.substring(0, equals).strip().split("\\.", -1);
        ConfigurationNode.Mapping parent = root;
        for (int i = 0; i < keys.length - 1; i++) {
            parent = child(parent, keys[i], where);
        }
        parent.children().put(keys[keys.length - 1], YamlTree.parseValue(option.substring(equals + 1), where));
    }

    private static ConfigurationNode.Mapping child(ConfigurationNode.Mapping parent, String key, String where) {
        ConfigurationNode child = parent.children().get(key);
        if (child instanceof ConfigurationNode.Mapping mapping) {
            return mapping;
        }
        if (child == null || child instanceof ConfigurationNode.Nothing) {
            ConfigurationNode.Mapping created = new ConfigurationNode.Mapping(where, new LinkedHashMap<>());
            parent.children().put(key, created);
            return created;
        }
        throw new ConfigurationException(
                "%s: %s is %s (%s), which has no keys inside".formatted(where, key, child.shown(), child.where()));
    }
}
