package org.crobim.language;

import java.util.List;

/**
 * Everything annotated in one image (or crop), the frame in which "left", "largest" and "the only" are decided.
 *
 * @param width pixels
 * @param height pixels
 * @param objects all visible annotated objects, targets or not
 */
public record SceneLayout(int width, int height, List<SceneObject> objects) {
    /** Copies the list. */
    public SceneLayout {
        objects = List.copyOf(objects);
    }
}
