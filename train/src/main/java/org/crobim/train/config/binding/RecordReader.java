package org.crobim.train.config.binding;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.UsageException;

/** Reads a record from YAML, strictly. */
public final class RecordReader {
    private RecordReader() {}

    /**
     * Parses YAML and applies overrides to it.
     *
     * @param type record whose component names are the keys
     * @param text YAML; empty text leaves every component to its default
     * @param name what messages call the text
     * @param overrides options of the form {@code key.path=value}, value in YAML; later ones win
     * @throws ConfigurationException on an unknown key, a wrong type or a value out of range; the message names place, key, what
     *     was found and what was expected
     * @throws UsageException if an override is not of its form
     */
    public static <R extends Record> R read(Class<R> type, String text, String name, List<String> overrides) {
        ConfigurationNode root = YamlTree.parseFile(text, name);
        if (root instanceof ConfigurationNode.Nothing) {
            root = new ConfigurationNode.Mapping(name, new LinkedHashMap<>());
        }
        if (root instanceof ConfigurationNode.Mapping mapping) {
            Overrides.apply(mapping, overrides);
            return RecordBinder.bind(type, mapping);
        }
        String keys = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
        throw new ConfigurationException(
                "%s: the recipe is %s, expected the keys %s".formatted(root.where(), root.shown(), keys));
    }

    /** A record of which every component has a default. */
    public static <R extends Record> R defaults(Class<R> type) {
        return read(type, "", "defaults of " + type.getSimpleName(), List.of());
    }
}
