package org.crobim.data.risbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
    private static final String PHRASES_BEFORE = "output_phrase_";
    private static final String PHRASES_AFTER = ".txt";
    private static final List<String> USUAL_SPLITS = List.of("train", "val", "test");

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
        return root.resolve(PHRASES_BEFORE + split + PHRASES_AFTER);
    }

    /** Splits that have a phrase list: the usual ones in the usual order, then others by name. */
    List<String> splits() {
        try (Stream<Path> files = Files.list(root)) {
            List<String> splits = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(PHRASES_BEFORE) && name.endsWith(PHRASES_AFTER))
                    .map(name -> name.substring(PHRASES_BEFORE.length(), name.length() - PHRASES_AFTER.length()))
                    .sorted(Comparator.comparingInt(RisBenchFolder::rank).thenComparing(Comparator.naturalOrder()))
                    .toList();
            if (splits.isEmpty()) {
                throw new InputException(
                        "%s holds no phrase list. Download output_phrase_train.txt, output_phrase_val.txt and output_phrase_test.txt."
                                .formatted(root));
            }
            return splits;
        } catch (IOException e) {
            throw new InputException("%s cannot be read: %s".formatted(root, e.getMessage()), e);
        }
    }

    private static int rank(String split) {
        int rank = USUAL_SPLITS.indexOf(split);
        return rank < 0 ? USUAL_SPLITS.size() : rank;
    }
}
