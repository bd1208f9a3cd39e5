package org.crobim.train.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.crobim.train.evaluation.ControlReport;
import org.crobim.train.evaluation.SampleResult;
import org.crobim.train.evaluation.TextControl;
import org.crobim.train.metrics.MaskOverlap;
import org.crobim.train.metrics.SampleScore;

/**
 * Every sample of an evaluation as a line of JSON; all further tables can be made from them.
 *
 * <p>Fields: {@code id, image, sentence, class, stratum, sizeGroup, presence, answeredPresent}, the pixel counts {@code I} and
 * {@code U} with their quotient {@code IoU} at native size, the same under {@code modelSize}, and under {@code controls} each
 * other sentence that was asked.
 */
final class SampleLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleLines() {}

    static String of(ControlReport report) {
        Map<TextControl, Map<String, SampleResult>> controls = new HashMap<>();
        report.results().forEach((control, result) -> {
            if (control != TextControl.FULL) {
                controls.put(control, result.byId());
            }
        });
        StringBuilder lines = new StringBuilder();
        for (SampleResult result : report.full().samples()) {
            ObjectNode line = line(result);
            if (!controls.isEmpty()) {
                addControls(line.putObject("controls"), result, controls);
            }
            lines.append(text(line)).append('\n');
        }
        return lines.toString();
    }

    private static ObjectNode line(SampleResult result) {
        SampleScore score = result.nativeScore();
        ObjectNode line = JSON.createObjectNode()
                .put("id", score.id())
                .put("image", score.tags().imageId())
                .put("sentence", result.sample().text())
                .put("class", score.tags().category())
                .put("stratum", score.tags().stratum())
                .put("sizeGroup", score.sizeGroup().label())
                .put("presence", result.presence())
                .put("answeredPresent", result.answeredPresent());
        putOverlap(line, result.nativeOverlap());
        putOverlap(line.putObject("modelSize"), result.modelSizeOverlap());
        return line;
    }

    private static void addControls(
            ObjectNode target, SampleResult result, Map<TextControl, Map<String, SampleResult>> controls) {
        for (TextControl control : TextControl.values()) {
            Optional.ofNullable(controls.get(control))
                    .flatMap(
                            byId -> Optional.ofNullable(byId.get(result.sample().id())))
                    .ifPresent(seen -> putOverlap(
                            target.putObject(control.key()).put("sentence", seen.asked()), seen.nativeOverlap()));
        }
    }

    private static void putOverlap(ObjectNode node, MaskOverlap overlap) {
        node.put("I", overlap.intersection()).put("U", overlap.union()).put("IoU", overlap.intersectionOverUnion());
    }

    private static String text(ObjectNode line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A sample has no JSON form", e);
        }
    }
}
