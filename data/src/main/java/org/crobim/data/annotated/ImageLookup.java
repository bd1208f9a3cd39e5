package org.crobim.data.annotated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.crobim.core.error.InputException;

/**
 * Finds the image file of a scene by its name without extension.
 *
 * @param folder where the images lie
 * @param dataset for messages, for example "DOTA"
 */
public record ImageLookup(Path folder, String dataset) {
    private static final List<String> EXTENSIONS = List.of("png", "jpg", "jpeg", "tif", "tiff", "bmp");

    /** Checks that the folder exists. */
    public ImageLookup {
        if (!Files.isDirectory(folder)) {
            throw new InputException("Image folder %s does not exist. Download the images of %s and give their folder."
                    .formatted(folder, dataset));
        }
    }

    /**
     * The file of a scene.
     *
     * @throws InputException if there is none, saying what to download and where it must lie
     */
    public Path file(String id) {
        for (String extension : EXTENSIONS) {
            Path file = folder.resolve(id + "." + extension);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new InputException(
                "%s holds no image %s.png (nor .jpg, .tif). Download the images of %s and put them there, named as they come."
                        .formatted(folder, id, dataset));
    }

    /**
     * Files of a folder by their name without an ending, sorted.
     *
     * @param ending ".txt" or longer, compared without case
     * @throws InputException if the folder cannot be listed
     */
    public static Map<String, Path> byStem(Path folder, String ending) {
        Map<String, Path> files = new HashMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String name = file.getFileName().toString();
                if (name.toLowerCase(Locale.ROOT).endsWith(ending)) {
                    files.put(name.substring(0, name.length() - ending.length()), file);
                }
            }
        } catch (IOException e) {
            throw new InputException("%s cannot be listed: %s".formatted(folder, e.getMessage()), e);
        }
        return files;
    }

    /** The keys of a map in order. */
    public static List<String> sortedIds(Map<String, ?> byId) {
        List<String> ids = new ArrayList<>(byId.keySet());
        ids.sort(null);
        return List.copyOf(ids);
    }
}
