package org.crobim.data.annotated;

import java.util.List;
import java.util.stream.Stream;
import org.crobim.core.error.InputException;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;

/** An annotated data set that can be walked through, scene by scene; thread-safe after it was opened. */
public interface AnnotatedSource {
    /** Short name for reports and cards, for example "dota". */
    String name();

    /** What may be done with images and annotations, one sentence, carried through to everything built from them. */
    String licence();

    /** Ids of all scenes in a fixed order, cheap: no scene is parsed for it where the format allows. */
    List<String> sceneIds();

    /**
     * Parses one scene.
     *
     * @param id one of {@link #sceneIds()}
     * @param refusals receives what is left out of this scene; with {@link ErrorPolicy#FAIL} it throws instead
     * @throws InputException if the scene as a whole cannot be used (file and line in the message)
     */
    AnnotatedScene scene(String id, RefusalLog refusals);

    /**
     * The pixels of a scene.
     *
     * @param scene one of this source
     * @throws InputException if the image is missing or cannot be read
     */
    default RgbImage image(AnnotatedScene scene) {
        return ImageFiles.read(scene.image());
    }

    /** All scenes, parsed one at a time while the stream is consumed. */
    default Stream<AnnotatedScene> scenes(RefusalLog refusals) {
        return sceneIds().stream().map(id -> scene(id, refusals));
    }
}
