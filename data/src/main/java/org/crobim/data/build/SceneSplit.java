package org.crobim.data.build;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crobim.core.error.InputException;
import org.crobim.data.ImageSplit;

/** Which split each source image belongs to; all its patches and sentences go there, so nothing leaks. */
public final class SceneSplit {
    private final Map<String, ImageSplit.Part> parts = new HashMap<>();

    private SceneSplit() {}

    private SceneSplit(ImageSplit split) {
        for (ImageSplit.Part part : ImageSplit.Part.values()) {
            split.names(part).forEach(name -> parts.put(withoutExtension(name), part));
        }
    }

    /**
     * Deals scenes out by chance.
     *
     * @param sceneIds at least one; their order does not matter
     */
    public static SceneSplit of(Collection<String> sceneIds, SplitShares shares, long seed) {
        return new SceneSplit(ImageSplit.of(sceneIds, seed, shares.counts(sceneIds.size())));
    }

    /**
     * Follows a split that is given, so that weights trained on its first part may be judged on what is built from the others.
     *
     * @param split names scenes, or their image files
     * @throws InputException if a scene is not in the split
     */
    public static SceneSplit of(Collection<String> sceneIds, ImageSplit split) {
        SceneSplit given = new SceneSplit(split);
        List<String> unknown = sceneIds.stream()
                .filter(id -> !given.parts.containsKey(withoutExtension(id)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InputException(
                    "%d of %d images are not in the split file, the first is \"%s\". Use the split made for them."
                            .formatted(unknown.size(), sceneIds.size(), unknown.get(0)));
        }
        return given;
    }

    /** Keeps all scenes for testing. */
    public static SceneSplit allTest(Collection<String> sceneIds) {
        SceneSplit split = new SceneSplit();
        sceneIds.forEach(id -> split.parts.put(withoutExtension(id), ImageSplit.Part.TEST));
        return split;
    }

    /** The split of a scene. */
    ImageSplit.Part part(String sceneId) {
        ImageSplit.Part part = parts.get(withoutExtension(sceneId));
        if (part == null) {
            throw new IllegalArgumentException("Scene \"%s\" is in no split".formatted(sceneId));
        }
        return part;
    }

    private static String withoutExtension(String name) {
        return name.replaceFirst("\\.(png|jpe?g|tiff?|bmp)$", "");
    }
}
