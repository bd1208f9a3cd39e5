package org.crobim.app.batch;

import java.nio.file.Path;
import java.util.List;

/**
 * An image and what is asked of it.
 *
 * @param image file
 * @param expressions at least one
 * @param folder name of the folder of its results, unique in the batch
 */
public record BatchItem(Path image, List<String> expressions, String folder) {
    /** Copies the list. */
    public BatchItem {
        expressions = List.copyOf(expressions);
        if (expressions.isEmpty()) {
            throw new IllegalArgumentException("%s: no expression".formatted(image));
        }
    }
}
