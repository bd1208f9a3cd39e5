package org.crobim.data.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds images that look alike without comparing all with all.
 *
 * <p>Two hashes of 16 parts that differ in fewer than 16 bits have a part in common, so only images that share a part are
 * compared.
 */
public final class LikenessIndex {
    /**
     * Most differing bits, of 256, of two images that look alike. Among 200 images of NWPU VHR-10, JPEG quality 50, half
     * the size or another brightness changed at most 11 bits, and two different images differed in 85 or more.
     */
    public static final int MOST_DIFFERENT_BITS = PerceptualHash.PARTS - 1;

    private final List<ImageFingerprint> images = new ArrayList<>();
    private final List<Map<Integer, List<Integer>>> byPart = new ArrayList<>();

    /** An index without images. */
    public LikenessIndex() {
        for (int part = 0; part < PerceptualHash.PARTS; part++) {
            byPart.add(new HashMap<>());
        }
    }

    /** Numbers of the images added before that look like this one, ascending. */
    public List<Integer> alike(ImageFingerprint image) {
        if (!image.showsSomething()) {
            return List.of();
        }
        Set<Integer> candidates = new HashSet<>();
        for (int part = 0; part < PerceptualHash.PARTS; part++) {
            candidates.addAll(byPart.get(part).getOrDefault(image.look().part(part), List.of()));
        }
        return candidates.stream()
                .filter(other -> image.look().distance(images.get(other).look()) <= MOST_DIFFERENT_BITS)
                .sorted()
                .toList();
    }

    /** Adds an image under the next number, beginning with 0. */
    public void add(ImageFingerprint image) {
        int number = images.size();
        images.add(image);
        if (image.showsSomething()) {
            for (int part = 0; part < PerceptualHash.PARTS; part++) {
                byPart.get(part)
                        .computeIfAbsent(image.look().part(part), key -> new ArrayList<>())
                        .add(number);
            }
        }
    }
}
