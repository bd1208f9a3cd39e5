package org.crobim.predict.scene;

import java.util.List;
import org.crobim.geo.instance.Instance;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.mask.ProbabilityRaster;

/**
 * The answer to one expression about a scene. Its rasters are read from temporary files of the run and end with it.
 *
 * @param expression the sentence as asked
 * @param reading how it was answered
 * @param phrases what the network was asked on the tiles
 * @param presence highest presence score of a tile for the target's phrase, 0..1
 * @param instances the objects meant; none when nothing matches
 * @param candidates objects of the target's phrase that there are in the frame
 * @param mask pixels of the objects meant
 * @param probability of the target's phrase, wherever it lies; NaN where the scene holds no data
 * @param notes what the user should know of how it was decided; full sentences
 */
public record SceneAnswer(
        String expression,
        SceneReading reading,
        List<String> phrases,
        double presence,
        List<Instance> instances,
        int candidates,
        MaskRaster mask,
        ProbabilityRaster probability,
        List<String> notes) {
    /** Copies the lists. */
    public SceneAnswer {
        phrases = List.copyOf(phrases);
        instances = List.copyOf(instances);
        notes = List.copyOf(notes);
    }

    /** Whether something matches. */
    public boolean present() {
        return !instances.isEmpty();
    }

    /** Pixels of the objects meant. */
    public long areaPixels() {
        return instances.stream().mapToLong(Instance::areaPixels).sum();
    }
}
