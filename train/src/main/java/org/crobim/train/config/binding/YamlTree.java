package org.crobim.train.config.binding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.crobim.core.error.ConfigurationException;

/** Parses one YAML document into a {@link ConfigurationNode}, keeping the line of every key. */
final class YamlTree {
    private final YAMLParser parser;
    private final IntFunction<String> place;

    private YamlTree(YAMLParser parser, IntFunction<String> place) {
        this.parser = parser;
        this.place = place;
    }

    /** Parses the text of a file; messages say "name line n". */
    static ConfigurationNode parseFile(String text, String name) {
        return parse(text, line -> name + " line " + line);
    }

    /** Parses a value given outside a file; messages name the place given. */
    static ConfigurationNode parseValue(String text, String where) {
        return parse(text, line -> where);
    }

    private static ConfigurationNode parse(String text, IntFunction<String> place) {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            if (parser.nextToken() == null) {
                return new ConfigurationNode.Nothing(place.apply(1));
            }
            YamlTree tree = new YamlTree(parser, place);
            ConfigurationNode root = tree.node(place.apply(1));
            if (parser.nextToken() != null) {
                throw new ConfigurationException(
                        tree.here() + ": a second YAML document starts here, expected one only");
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String problem =
                    e.getOriginalMessage().lines().findFirst().orElse("").strip();
            throw new ConfigurationException("%s: not valid YAML: %s".formatted(place.apply(line), problem), e);
        } catch (IOException e) {
            throw new ConfigurationException("%s: cannot be read: %s".formatted(place.apply(1), e.getMessage()), e);
        }
    }

    private String here() {
        return place.apply(parser.currentTokenLocation().getLineNr());
    }

    /** The node that starts at the current token; leaves the parser on its last token. */
    private ConfigurationNode node(String where) throws IOException {
        if (parser.isCurrentAlias()) {
            throw new ConfigurationException(here() + ": YAML aliases (*name) are not supported; write the value out");
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(where);
            case START_ARRAY -> sequence(where);
            case VALUE_NULL -> new ConfigurationNode.Nothing(where);
            case VALUE_TRUE -> new ConfigurationNode.Scalar(where, true);
            case VALUE_FALSE -> new ConfigurationNode.Scalar(where, false);
            case VALUE_NUMBER_INT -> new ConfigurationNode.Scalar(where, parser.getNumberValue());
            case VALUE_NUMBER_FLOAT -> new ConfigurationNode.Scalar(where, parser.getDoubleValue());
            default -> text(where, parser.getText());
        };
    }

    private static ConfigurationNode text(String where, String text) {
        return text.isBlank() ? new ConfigurationNode.Nothing(where) : new ConfigurationNode.Scalar(where, text);
    }

    private ConfigurationNode mapping(String where) throws IOException {
        Map<String, ConfigurationNode> children = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String keyPlace = here();
            ConfigurationNode earlier = children.get(key);
            if (earlier != null) {
                throw new ConfigurationException("%s: key %s is given twice, first at %s; keep one of them"
                        .formatted(keyPlace, key, earlier.where()));
            }
            parser.nextToken();
            children.put(key, node(keyPlace));
        }
        return new ConfigurationNode.Mapping(where, children);
    }

    private ConfigurationNode sequence(String where) throws IOException {
        List<ConfigurationNode> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(node(here()));
        }
        return new ConfigurationNode.Sequence(where, elements);
    }
}
