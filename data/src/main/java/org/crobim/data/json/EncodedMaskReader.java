package org.crobim.data.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.crobim.core.image.ImageSize;
import org.crobim.core.mask.RunLength;

/** Reads {@code {"size": [height, width], "counts": ...}}, or a list of such. */
final class EncodedMaskReader {
    /** A few bytes of run lengths could otherwise ask for any amount of memory. */
    private static final long MOST_PIXELS = 400_000_000;

    private final JsonEntry entry;
    private final String key;

    EncodedMaskReader(JsonEntry entry, String key) {
        this.entry = entry;
        this.key = key;
    }

    EncodedMask read() {
        JsonNode member = entry.member(key);
        List<JsonNode> parts = new ArrayList<>();
        if (member.isObject()) {
            parts.add(member);
        } else {
            member.forEach(parts::add);
        }
        if (parts.isEmpty()) {
            throw entry.error("has an empty %s, expected run lengths".formatted(key));
        }
        ImageSize size = size(parts.get(0));
        List<RunLength> runs = new ArrayList<>();
        for (JsonNode part : parts) {
            if (!size(part).equals(size)) {
                throw entry.error("has run lengths of different sizes");
            }
            runs.add(runs(part, size));
        }
        return new EncodedMask(size.width(), size.height(), runs);
    }

    private ImageSize size(JsonNode part) {
        JsonNode size = part.path("size");
        if (size.size() != 2 || !size.get(0).canConvertToInt() || !size.get(1).canConvertToInt()) {
            throw entry.error(
                    "has a %s that is not run-length encoded: expected {\"size\": [height, width], \"counts\": ...}"
                            .formatted(key));
        }
        long pixels = size.get(0).asLong() * size.get(1).asLong();
        if (pixels > MOST_PIXELS) {
            throw entry.error("has a mask of %d pixels, at most %d are read".formatted(pixels, MOST_PIXELS));
        }
        return new ImageSize(size.get(1).asInt(), size.get(0).asInt());
    }

    private RunLength runs(JsonNode part, ImageSize size) {
        JsonNode counts = part.path("counts");
        try {
            return counts.isTextual()
                    ? RunLength.fromCompressedString(size.width(), size.height(), counts.asText())
                    : RunLength.of(size.width(), size.height(), integers(counts));
        } catch (IllegalArgumentException e) {
            throw entry.error("has run lengths that are damaged: %s".formatted(e.getMessage()));
        }
    }

    private int[] integers(JsonNode list) {
        int[] counts = new int[list.size()];
        for (int i = 0; i < counts.length; i++) {
            if (!list.get(i).isInt()) {
                throw entry.error("has the run length %s, expected an integer".formatted(list.get(i)));
            }
            counts[i] = list.get(i).asInt();
        }
        return counts;
    }
}
