package org.crobim.app.scene;

import java.nio.file.Path;
import java.util.List;
import org.crobim.app.segmentation.SearchResult;
import org.crobim.predict.scene.SceneAnswer;
import org.crobim.predict.scene.SceneFrame;

/**
 * One entry of results.json for a scene; the names of the components are the names of the fields. The first seven are those that
 * every image has.
 *
 * @param expression the sentence as asked
 * @param present whether something matches
 * @param presence score, 0..1
 * @param areaPixels pixels set in the mask, 0 when nothing matches
 * @param mask file name of the mask in the output folder
 * @param overlay file name of the picture in the output folder
 * @param milliseconds share of this expression in the time of the whole run
 * @param frame what the sentence refers to: scene, aoi or tile
 * @param reading how it was answered: direct, split, overview or tiles
 * @param phrases what the network was asked on the tiles
 * @param objects number of objects meant
 * @param candidates objects of the target's phrase that there are in the frame
 * @param model SHA-256 of the weights
 * @param files all files of this expression
 * @param notes what should be known of how it was decided
 */
public record SceneResult(
        String expression,
        boolean present,
        double presence,
        long areaPixels,
        String mask,
        String overlay,
        double milliseconds,
        String frame,
        String reading,
        List<String> phrases,
        int objects,
        int candidates,
        String model,
        List<String> files,
        List<String> notes)
        implements SearchResult {
    /** Copies the lists. */
    public SceneResult {
        phrases = List.copyOf(phrases);
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    @Override
    public String line(Path folder) {
        String finding = present
                ? "%d of %d objects, %d pixels".formatted(objects, candidates, areaPixels)
                : "nothing matches (%d candidates)".formatted(candidates);
        return "%s: %s, presence %.2f, frame %s, read %s, %s"
                .formatted(expression, finding, presence, frame, reading, folder.resolve(overlay));
    }

    /**
     * The entry of an answer.
     *
     * @param files mask first, overlay second
     */
    static SceneResult of(SceneAnswer answer, SceneFrame frame, String model, List<String> files, double milliseconds) {
        return new SceneResult(
                answer.expression(),
                answer.present(),
                answer.presence(),
                answer.areaPixels(),
                files.get(0),
                files.get(1),
                milliseconds,
                frame.word(),
                answer.reading().word(),
                answer.phrases(),
                answer.instances().size(),
                answer.candidates(),
                model,
                files,
                answer.notes());
    }
}
