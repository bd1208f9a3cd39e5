package org.crobim.model.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crobim.core.error.WeightsException;

/**
 * What a file says about itself, checked: every tensor lies inside the file, none overlap and no byte is left over.
 *
 * @param metadata strings of the writer
 * @param tensors by name
 * @param dataStart position of the first byte after the header
 */
record SafetensorsHeader(Map<String, String> metadata, SortedMap<String, TensorPlace> tensors, long dataStart) {
    /** Longest header that is read; the largest published ones have a few megabytes. */
    private static final long MOST_HEADER_BYTES = 100_000_000;

    /** libtorch's own limit for most operators. */
    private static final int MOST_DIMENSIONS = 64;

    private static final String DAMAGED = " The file is damaged or incomplete; fetch or write it again.";
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    SafetensorsHeader {
        metadata = Map.copyOf(metadata);
        tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
    }

    static SafetensorsHeader read(Path file, FileChannel channel) throws IOException {
        long fileBytes = channel.size();
        if (fileBytes < 8) {
            throw new WeightsException(
                    "%s: has %d bytes, a safetensors file starts with the 8-byte length of its header.%s"
                            .formatted(file, fileBytes, DAMAGED));
        }
        ByteBuffer start = fill(file, channel, 8, 0);
        long length = start.getLong();
        if (length < 2 || length > MOST_HEADER_BYTES) {
            throw new WeightsException("%s: claims a header of %s bytes, expected 2 to %d.%s"
                    .formatted(file, Long.toUnsignedString(length), MOST_HEADER_BYTES, otherFormat(start)));
        }
        if (length > fileBytes - 8) {
            throw new WeightsException("%s: claims a header of %d bytes, but only %d follow.%s"
                    .formatted(file, length, fileBytes - 8, DAMAGED));
        }
        ByteBuffer text = fill(file, channel, (int) length, 8);
        return parse(file, text, 8 + length, fileBytes - 8 - length);
    }

    private static ByteBuffer fill(Path file, FileChannel channel, int size, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new WeightsException(file + ": ends inside its header." + DAMAGED);
            }
        }
        return bytes.flip();
    }

    private static String otherFormat(ByteBuffer start) {
        String magic =
                StandardCharsets.ISO_8859_1.decode(start.duplicate().rewind()).toString();
        if (magic.startsWith("PK")) {
            return " This is a zip archive, probably a PyTorch checkpoint; convert it to safetensors first.";
        }
        if (magic.startsWith("version ")) {
            return " This is a Git LFS pointer; fetch the file itself with \"git lfs pull\".";
        }
        return " This is no safetensors file, or it is damaged.";
    }

    private static SafetensorsHeader parse(Path file, ByteBuffer text, long dataStart, long dataBytes) {
        JsonNode root;
        try {
            root = JSON.readTree(
                    StandardCharsets.UTF_8.newDecoder().decode(text).toString());
        } catch (CharacterCodingException e) {
            throw new WeightsException(file + ": the header is not UTF-8 text." + DAMAGED, e);
        } catch (JsonProcessingException e) {
            throw new WeightsException(
                    file + ": the header is not valid JSON (" + e.getOriginalMessage() + ")." + DAMAGED, e);
        }
        if (!root.isObject()) {
            throw new WeightsException(file + ": the header is no JSON object." + DAMAGED);
        }
        SortedMap<String, TensorPlace> tensors = new TreeMap<>();
        Map<String, String> metadata = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            if (entry.getKey().equals(Safetensors.METADATA)) {
                metadata.putAll(texts(file, entry.getValue()));
            } else {
                tensors.put(entry.getKey(), tensor(file, entry.getKey(), entry.getValue()));
            }
        }
        checkPlaces(file, tensors, dataBytes);
        return new SafetensorsHeader(metadata, tensors, dataStart);
    }

    private static Map<String, String> texts(Path file, JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!entry.getValue().isTextual()) {
                throw new WeightsException("%s: metadata \"%s\" is %s, expected a string.%s"
                        .formatted(file, entry.getKey(), entry.getValue().getNodeType(), DAMAGED));
            }
            texts.put(entry.getKey(), entry.getValue().textValue());
        }
        if (!node.isObject()) {
            throw new WeightsException(
                    "%s: the metadata are %s, expected an object.%s".formatted(file, node.getNodeType(), DAMAGED));
        }
        return texts;
    }

    private static TensorPlace tensor(Path file, String name, JsonNode node) {
        String where = "%s: tensor \"%s\"".formatted(file, name);
        String dtype = node.path("dtype").asText("");
        StoredType type = StoredType.named(dtype)
                .orElseThrow(() -> new WeightsException("%s has dtype \"%s\", expected one of %s. Convert it first."
                        .formatted(where, dtype, List.of(StoredType.values()))));
        List<Long> shape = wholeNumbers(where, "shape", node.path("shape"));
        List<Long> place = wholeNumbers(where, "data_offsets", node.path("data_offsets"));
        if (shape.size() > MOST_DIMENSIONS || place.size() != 2) {
            throw new WeightsException("%s has %d dimensions and %d data_offsets, expected at most %d and 2.%s"
                    .formatted(where, shape.size(), place.size(), MOST_DIMENSIONS, DAMAGED));
        }
        StoredTensor stored = new StoredTensor(type, shape);
        long begin = place.get(0);
        long end = place.get(1);
        if (end < begin || end - begin != byteCount(where, stored)) {
            throw new WeightsException("%s is %s, which has %d bytes, but its data_offsets are %d to %d.%s"
                    .formatted(where, stored.describe(), byteCount(where, stored), begin, end, DAMAGED));
        }
        return new TensorPlace(stored, begin, end);
    }

    private static List<Long> wholeNumbers(String where, String key, JsonNode node) {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode number : node) {
            if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
                throw new WeightsException("%s has %s in its %s, expected whole numbers from 0 on.%s"
                        .formatted(where, number, key, DAMAGED));
            }
            numbers.add(number.longValue());
        }
        if (!node.isArray()) {
            throw new WeightsException("%s has no list \"%s\".%s".formatted(where, key, DAMAGED));
        }
        return numbers;
    }

    private static long byteCount(String where, StoredTensor tensor) {
        try {
            return tensor.byteCount();
        } catch (ArithmeticException e) {
            throw new WeightsException(
                    "%s is %s, more than memory can hold.%s".formatted(where, tensor.describe(), DAMAGED), e);
        }
    }

    private static void checkPlaces(Path file, SortedMap<String, TensorPlace> tensors, long dataBytes) {
        List<Map.Entry<String, TensorPlace>> inFileOrder = new ArrayList<>(tensors.entrySet());
        inFileOrder.sort(Comparator.comparingLong(
                        (Map.Entry<String, TensorPlace> e) -> e.getValue().begin())
                .thenComparingLong(e -> e.getValue().end()));
        long expected = 0;
        for (Map.Entry<String, TensorPlace> entry : inFileOrder) {
            TensorPlace tensor = entry.getValue();
            if (tensor.end() > dataBytes) {
                throw new WeightsException("%s: tensor \"%s\" ends at byte %d, but only %d follow the header.%s"
                        .formatted(file, entry.getKey(), tensor.end(), dataBytes, DAMAGED));
            }
            if (tensor.begin() != expected) {
                throw new WeightsException(
                        "%s: tensor \"%s\" begins at byte %d, expected %d: tensors overlap or leave a gap.%s"
                                .formatted(file, entry.getKey(), tensor.begin(), expected, DAMAGED));
            }
            expected = tensor.end();
        }
        if (expected != dataBytes) {
            throw new WeightsException("%s: %d bytes follow the header, but the tensors have %d.%s"
                    .formatted(file, dataBytes, expected, DAMAGED));
        }
    }
}
