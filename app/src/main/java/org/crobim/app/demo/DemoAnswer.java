package org.crobim.app.demo;

import java.util.Optional;
import org.crobim.core.mask.Mask;
import org.crobim.predict.Segmentation;

/**
 * How an answer compares with the truth; the names of the components are the names of the fields.
 *
 * @param scene name of the scene
 * @param expression the sentence
 * @param targetPresent whether it names an object
 * @param present whether the network found one
 * @param presence score, 0..1
 * @param iou intersection over union of found and true mask, 0..1; empty when the sentence names nothing
 * @param overlay file name of the picture
 */
public record DemoAnswer(
        String scene,
        String expression,
        boolean targetPresent,
        boolean present,
        double presence,
        Optional<Double> iou,
        String overlay) {
    /** Compares. */
    static DemoAnswer of(String scene, DemoScene.Question question, Segmentation found, String overlay) {
        return new DemoAnswer(
                scene,
                question.expression(),
                question.truth().isPresent(),
                found.present(),
                found.presence(),
                question.truth().map(truth -> intersectionOverUnion(truth, found.mask())),
                overlay);
    }

    private static double intersectionOverUnion(Mask truth, Mask found) {
        return (double) truth.intersectionArea(found) / truth.unionArea(found);
    }

    /** The verdict in words. */
    public String verdict() {
        if (!targetPresent) {
            return present ? "found something that is not there" : "nothing matches, rightly";
        }
        return present ? iou.map("IoU %.2f"::formatted).orElseThrow() : "missed";
    }
}
