package org.crobim.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crobim.core.error.InputException;
import org.crobim.data.listing.TextLines;

/** A split as a folder of lists, one name a line: {@code train.txt}, {@code val.txt}, {@code test.txt}. */
final class SplitLists {
    private final Path folder;
    private final Map<String, String> placeByName = new HashMap<>();

    private SplitLists(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads all three lists.
     *
     * @throws InputException if one is missing, no text, names an image that was named before, or the first names none
     */
    static ImageSplit read(Path folder) {
        SplitLists lists = new SplitLists(folder);
        List<String> train = lists.names(ImageSplit.Part.TRAIN);
        if (train.isEmpty()) {
            throw new InputException("%s names no image to train on".formatted(folder.resolve("train.txt")));
        }
        return new ImageSplit(0, train, lists.names(ImageSplit.Part.VAL), lists.names(ImageSplit.Part.TEST));
    }

    private List<String> names(ImageSplit.Part part) {
        Path file = folder.resolve(part.label() + ".txt");
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    "%s does not exist. Download the lists of the data set: train.txt, val.txt and test.txt lie in one folder."
                            .formatted(file));
        }
        List<String> names = new ArrayList<>();
        try (TextLines lines = TextLines.open(file)) {
            while (lines.advance()) {
                String name = lines.text().strip();
                if (!name.isEmpty()) {
                    String before = placeByName.put(name, "%s line %d".formatted(file.getFileName(), lines.number()));
                    if (before != null) {
                        throw lines.error("\"%s\" stands already in %s".formatted(name, before));
                    }
                    names.add(name);
                }
            }
        } catch (IOException e) {
            throw new InputException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        return names;
    }
}
