package org.crobim.app.demo;

import java.util.Locale;
import java.util.Optional;
import org.crobim.predict.Segmentation;
import org.crobim.train.metrics.MaskOverlap;

/**
 * How an answer compares with the truth; the names of the components are the names of the fields.
 *
 * @param scene name of the scene
 * @param seed of the scene
 * @param expression the sentence
 * @param targetPresent whether it names an object
 * @param present whether the network found one
 * @param presence score, 0..1
 * @param iou intersection over union of found and true mask, 0..1, 0 when both are empty; no value when the sentence names nothing
 * @param mask file name of the mask, 0 or 255
 * @param overlay file name of the picture
 */
public record DemoAnswer(
        String scene,
        long seed,
        String expression,
        boolean targetPresent,
        boolean present,
        double presence,
        Optional<Double> iou,
        String mask,
        String overlay) {
    /**
     * Compares.
     *
     * @param files name of the answer's files, without their endings
     */
    static DemoAnswer of(DemoScene scene, DemoScene.Question question, Segmentation found, String files) {
        return new DemoAnswer(
                scene.name(),
                scene.seed(),
                question.expression(),
                question.truth().isPresent(),
                found.present(),
                found.presence(),
                question.truth()
                        .map(truth -> MaskOverlap.between(found.mask(), truth).intersectionOverUnion()),
                files + ".mask.png",
                files + ".overlay.png");
    }

    /** The verdict in words. */
    public String verdict() {
        if (targetPresent) {
            return present ? "found" : "missed";
        }
        return present ? "found something that is not there" : "nothing matches, rightly";
    }

    /** The sentence and the verdict, for a picture. */
    String caption() {
        String measure = iou.map(value -> String.format(Locale.ROOT, ", IoU %.2f", value))
                .orElse("");
        return "%s%n%s%s".formatted(expression, verdict(), measure);
    }
}
