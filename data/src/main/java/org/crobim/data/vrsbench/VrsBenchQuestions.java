package org.crobim.data.vrsbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crobim.core.error.InputException;
import org.crobim.core.geometry.Box;
import org.crobim.data.json.JsonEntry;
import org.crobim.data.json.JsonLists;

/** Reads the evaluation file of referring sentences, a list of records. */
public final class VrsBenchQuestions {
    private static final Pattern BOX = Pattern.compile("\\{<(\\d{1,3})><(\\d{1,3})><(\\d{1,3})><(\\d{1,3})>}");
    private static final int FULL_PERCENT = 100;

    private VrsBenchQuestions() {}

    /**
     * All questions about a place, in the order of the file; records of another type are passed over.
     *
     * @throws InputException if the file is missing or a record is damaged; with the line
     */
    public static List<VrsBenchQuestion> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    "%s is missing. Download VRSBench_EVAL_referring.json of VRSBench and name it.".formatted(file));
        }
        List<VrsBenchQuestion> questions = new ArrayList<>();
        JsonLists.read(file, Map.of(JsonLists.WHOLE_FILE, entry -> {
            if (entry.node().path("type").asText("ref").equals("ref")) {
                questions.add(question(entry));
            }
        }));
        return List.copyOf(questions);
    }

    private static VrsBenchQuestion question(JsonEntry entry) {
        return new VrsBenchQuestion(
                entry.integer("question_id"),
                entry.text("image_id"),
                entry.text("question"),
                box(entry),
                VrsBenchImage.corners(entry),
                entry.text("obj_cls"),
                objectIds(entry),
                entry.node().path("unique").asBoolean());
    }

    private static Box box(JsonEntry entry) {
        String text = entry.text("ground_truth");
        Matcher matcher = BOX.matcher(text);
        if (!matcher.matches()) {
            throw entry.error("has the ground_truth \"%s\", expected {<x1><y1><x2><y2>}".formatted(text));
        }
        int[] edges = new int[4];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = Integer.parseInt(matcher.group(i + 1));
        }
        boolean ordered = edges[0] <= edges[2] && edges[1] <= edges[3];
        if (!ordered || edges[2] > FULL_PERCENT || edges[3] > FULL_PERCENT) {
            throw entry.error(
                    "has the ground_truth \"%s\", expected 0..100 with x1 <= x2 and y1 <= y2".formatted(text));
        }
        return new Box(edges[0], edges[1], edges[2], edges[3]);
    }

    private static List<Long> objectIds(JsonEntry entry) {
        List<Long> ids = new ArrayList<>();
        for (JsonNode id : entry.member("obj_ids")) {
            if (!id.isIntegralNumber()) {
                throw entry.error("has \"obj_ids\" with %s, expected an integer".formatted(id));
            }
            ids.add(id.asLong());
        }
        return ids;
    }
}
