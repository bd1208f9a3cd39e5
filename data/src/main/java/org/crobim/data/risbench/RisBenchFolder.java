package org.crobim.data.risbench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.crobim.core.error.InputException;

/**
 * Where things lie in a RISBench folder.
 *
 * @param root holds {@code img_rgb/}, {@code mask/} and {@code output_phrase_<split>.txt}
 */
record RisBenchFolder(Path root) {
    private static final String IMAGES = "img_rgb";
    private static final String MASKS = "mask";
    private static final String UNPACKED_NAME = "RISBench_dataset";

    /** Finds the layout in a folder, or in the folder of the archive inside it. */
    static RisBenchFolder find(Path folder) {
        for (Path root : new Path[] {folder, folder.resolve(UNPACKED_NAME)}) {
            if (Files.isDirectory(root.resolve(IMAGES))) {
                return new RisBenchFolder(root);
            }
        }
        throw new InputException(
                ("%s is no RISBench folder: neither %s/ nor %s/%s/ is in it. Download RISBench (images, masks and phrase"
                                + " lists) and unpack it there, so that %s/, %s/ and output_phrase_<split>.txt lie side by"
                                + " side.")
                        .formatted(folder, IMAGES, UNPACKED_NAME, IMAGES, IMAGES, MASKS));
    }

    Path images() {
        return root.resolve(IMAGES);
    }

    Path masks() {
        return root.resolve(MASKS);
    }

    Path phrases(String split) {
        return root.resolve("output_phrase_%s.txt".formatted(split));
    }
}
