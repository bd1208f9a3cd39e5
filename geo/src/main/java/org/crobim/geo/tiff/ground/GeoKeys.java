package org.crobim.geo.tiff.ground;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.crobim.geo.tiff.TiffDirectory;
import org.crobim.geo.tiff.TiffTag;

/**
 * The keys of a GeoTIFF directory.
 *
 * @param shorts keys with a code
 * @param doubles keys with numbers
 * @param texts keys with text
 */
record GeoKeys(Map<Integer, Integer> shorts, Map<Integer, List<Double>> doubles, Map<Integer, String> texts) {
    private static final int MOST_KEYS = 1024;
    private static final int MOST_NUMBERS = 1 << 14;

    GeoKeys {
        shorts = Map.copyOf(shorts);
        doubles = Map.copyOf(doubles);
        texts = Map.copyOf(texts);
    }

    /** The keys of a directory; none where it has no GeoTIFF tags. Keys that point nowhere are left out. */
    static GeoKeys read(TiffDirectory directory) {
        int[] entries = directory.integers(TiffTag.GEO_KEY_DIRECTORY, 4 * (MOST_KEYS + 1));
        double[] numbers = directory.numbers(TiffTag.GEO_DOUBLE_PARAMS, MOST_NUMBERS);
        String text = new String(directory.bytes(TiffTag.GEO_ASCII_PARAMS), StandardCharsets.UTF_8);
        Map<Integer, Integer> shorts = new HashMap<>();
        Map<Integer, List<Double>> doubles = new HashMap<>();
        Map<Integer, String> texts = new HashMap<>();
        for (int i = 4; i + 3 < entries.length; i += 4) {
            int key = entries[i];
            int count = entries[i + 2];
            int value = entries[i + 3];
            if (entries[i + 1] == 0) {
                shorts.put(key, value);
            } else if (entries[i + 1] == TiffTag.GEO_DOUBLE_PARAMS && count > 0 && value + count <= numbers.length) {
                doubles.put(
                        key,
                        DoubleStream.of(numbers)
                                .skip(value)
                                .limit(count)
                                .boxed()
                                .toList());
            } else if (entries[i + 1] == TiffTag.GEO_ASCII_PARAMS && value + count <= text.length()) {
                texts.put(key, text.substring(value, value + count).replaceAll("[|\\x00]+$", ""));
            }
        }
        return new GeoKeys(shorts, doubles, texts);
    }

    boolean isEmpty() {
        return shorts.isEmpty() && doubles.isEmpty() && texts.isEmpty();
    }

    /** A code that names something; empty where the key is missing, undefined or user-defined. */
    Optional<Integer> code(int key) {
        return Optional.ofNullable(shorts.get(key)).filter(code -> code != 0 && code != GeoKey.USER_DEFINED);
    }

    /** The first number of a key. */
    Optional<Double> number(int key) {
        return Optional.ofNullable(doubles.get(key)).map(list -> list.get(0));
    }

    /** The text of a key. */
    Optional<String> text(int key) {
        return Optional.ofNullable(texts.get(key));
    }
}
