package org.crobim.geo.vector;

import java.util.List;
import java.util.Optional;
import org.crobim.geo.frame.GeoReference;

/**
 * The features of one scene, ready to be written; may be empty, which is an answer.
 *
 * @param image name of the scene's file, for readers
 * @param width columns of the scene
 * @param height rows of the scene
 * @param reference where the scene lies on the ground; empty for a plain image
 * @param features in the order in which they are written
 */
public record FeatureSet(
        String image, int width, int height, Optional<GeoReference> reference, List<MaskFeature> features) {
    /** Copies the list and checks the size. */
    public FeatureSet {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("Features of a scene of %d x %d pixels".formatted(width, height));
        }
        features = List.copyOf(features);
    }
}
