package org.crobim.data.listing;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.crobim.core.error.InputException;

/**
 * Files of one kind that a list speaks of.
 *
 * @param folder where they must lie
 * @param kind for messages: "images", "masks"
 * @param dataSet what to download, for messages: "RISBench"
 */
public record ListedFiles(Path folder, String kind, String dataSet) {
    /**
     * Fails now, with all that is missing counted, instead of at the first file read.
     *
     * @throws InputException if files are missing, with what to download and where it must lie
     */
    public void require(Collection<String> fileNames) {
        List<String> missing =
                fileNames.stream().filter(fileName -> !isFile(fileName)).toList();
        if (!missing.isEmpty()) {
            throw new InputException(
                    "%d of %d %s are missing, the first is %s. Download the %s %s and unpack them into %s."
                            .formatted(
                                    missing.size(),
                                    fileNames.size(),
                                    kind,
                                    "%s/%s".formatted(folder, missing.get(0)),
                                    dataSet,
                                    kind,
                                    folder));
        }
    }

    private boolean isFile(String fileName) {
        try {
            return Files.isRegularFile(folder.resolve(fileName));
        } catch (InvalidPathException e) {
            // A name that no file can have, from a damaged list.
            return false;
        }
    }
}
