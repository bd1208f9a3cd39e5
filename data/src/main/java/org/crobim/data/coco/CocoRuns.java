package org.crobim.data.coco;

import com.fasterxml.jackson.databind.JsonNode;
import org.crobim.core.mask.RunLength;

/**
 * The run-length encoded segmentation of an annotation: {@code {"size": [height, width], "counts": ...}}, the counts a list of
 * numbers or COCO's compressed string.
 */
final class CocoRuns {
    private CocoRuns() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException with the reason for a refusal, if it is no such segmentation, not of the size of the image,
     *     or without a pixel
     */
    static RunLength read(JsonNode segmentation, CocoImage image) {
        JsonNode size = segmentation.path("size");
        if (size.size() != 2 || !size.get(0).isInt() || !size.get(1).isInt()) {
            throw new IllegalArgumentException("the run-length encoded segmentation has no size [height, width]");
        }
        if (size.get(0).asInt() != image.height() || size.get(1).asInt() != image.width()) {
            throw new IllegalArgumentException("the run-length encoded segmentation has another size than its image");
        }
        RunLength runs = runs(segmentation.path("counts"), image);
        if (!hasPixels(runs.counts())) {
            throw new IllegalArgumentException("the run-length encoded segmentation sets no pixel");
        }
        return runs;
    }

    private static RunLength runs(JsonNode counts, CocoImage image) {
        try {
            return counts.isTextual()
                    ? RunLength.fromCompressedString(image.width(), image.height(), counts.asText())
                    : RunLength.of(image.width(), image.height(), numbers(counts));
        } catch (IllegalArgumentException e) {
            // The message has numbers of this annotation, by which refusals could not be counted.
            throw new IllegalArgumentException("the run lengths are damaged or do not add up to the size", e);
        }
    }

    private static int[] numbers(JsonNode counts) {
        if (!counts.isArray()) {
            throw new IllegalArgumentException("counts are neither a list nor a text");
        }
        int[] numbers = new int[counts.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!counts.get(i).isInt()) {
                throw new IllegalArgumentException("a count is no integer");
            }
            numbers[i] = counts.get(i).asInt();
        }
        return numbers;
    }

    /** Every second run counts set pixels. */
    private static boolean hasPixels(int[] counts) {
        for (int run = 1; run < counts.length; run += 2) {
            if (counts[run] > 0) {
                return true;
            }
        }
        return false;
    }
}
