package org.crobim.data.refer;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The masks of {@code instances.json}.
 *
 * @param file where they stand
 * @param categories name of each class number
 * @param byAnnotation masks by annotation id
 */
public record InstanceMasks(Path file, Map<Long, String> categories, Map<Long, InstanceMask> byAnnotation) {
    /** Copies the maps. */
    public InstanceMasks {
        categories = Map.copyOf(categories);
        byAnnotation = Map.copyOf(byAnnotation);
    }

    /**
     * Reads the masks of some annotations; the file is read as a stream, other annotations are passed over.
     *
     * @param wanted annotation ids
     * @param dataSet what to download when the file is missing
     * @throws org.crobim.core.error.InputException if the file is missing or damaged, or a wanted annotation cannot be used;
     *     with the line
     */
    public static InstanceMasks read(Path file, Set<Long> wanted, String dataSet) {
        return new InstanceMasksReader(file, wanted).read(dataSet);
    }
}
