package org.crobim.train.config.binding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes a record with all its defaults filled in, as YAML that {@link RecordReader} reads back to an equal record. */
public final class RecordWriter {
    private RecordWriter() {}

    /** The record as YAML; components without a value are left out. */
    public static String yaml(Record record) {
        YAMLMapper mapper = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build();
        try {
            return mapper.writeValueAsString(tree(record));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values cannot be written as YAML", e);
        }
    }

    /** How a configuration spells an enum constant: {@code swin-base} for {@code SWIN_BASE}. */
    public static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> tree(Record record) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            plain(read(record, component)).ifPresent(value -> tree.put(component.getName(), value));
        }
        return tree;
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    private static Optional<Object> plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.flatMap(RecordWriter::plain);
        } else if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? Optional.of(optional.getAsInt()) : Optional.empty();
        } else if (value instanceof Record record) {
            return Optional.of(tree(record));
        } else if (value instanceof Enum<?> constant) {
            return Optional.of(nameOf(constant));
        } else if (value instanceof Path path) {
            return Optional.of(path.toString());
        } else if (value instanceof List<?> list) {
            return Optional.of(
                    list.stream().flatMap(element -> plain(element).stream()).toList());
        }
        return Optional.of(value);
    }
}
