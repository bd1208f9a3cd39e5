package org.crobim.data.vrsbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.crobim.core.error.InputException;
import org.crobim.data.json.JsonEntry;
import org.crobim.data.json.JsonLists;

/**
 * The annotation file of one image.
 *
 * @param fileName of the image
 * @param objects in the order of the file
 */
public record VrsBenchImage(String fileName, List<VrsBenchObject> objects) {
    private static final int CORNER_NUMBERS = 8;
    private static final Pattern NO_FILE_NAME = Pattern.compile("[/\\\\\\x00]");

    /** Copies the list. */
    public VrsBenchImage {
        objects = List.copyOf(objects);
    }

    /**
     * Reads one file.
     *
     * @throws InputException if it is missing, no JSON, or has another structure
     */
    public static VrsBenchImage read(Path file) {
        List<String> fileNames = new ArrayList<>();
        List<VrsBenchObject> objects = new ArrayList<>();
        JsonLists.read(
                file,
                Map.of(
                        "image", entry -> fileNames.add(imageName(entry)),
                        "objects", entry -> objects.add(object(entry))));
        if (fileNames.size() != 1) {
            throw new InputException("%s names no \"image\": expected an annotation file of VRSBench".formatted(file));
        }
        return new VrsBenchImage(fileNames.get(0), objects);
    }

    /** The corners of an object, which the evaluation file spells alike. */
    static double[] corners(JsonEntry entry) {
        return entry.numbers("obj_corner", CORNER_NUMBERS);
    }

    private static String imageName(JsonEntry entry) {
        String name = entry.node().asText();
        if (name.isBlank() || NO_FILE_NAME.matcher(name).find()) {
            throw entry.error("is \"%s\", expected the name of a file".formatted(name));
        }
        return name;
    }

    private static VrsBenchObject object(JsonEntry entry) {
        Optional<String> sentence = Optional.of(
                        entry.node().path("referring_sentence").asText("").strip())
                .filter(text -> !text.isEmpty());
        return new VrsBenchObject(
                entry.smallInteger("obj_id"),
                entry.text("obj_cls"),
                corners(entry),
                sentence,
                entry.node().path("is_unique").asBoolean(),
                entry.line());
    }
}
