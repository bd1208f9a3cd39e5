package org.crobim.data.build;

import java.util.Optional;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.annotated.AnnotatedObject;

/** Gives an object of a patch its mask. Thread-safe. */
@FunctionalInterface
public interface PatchMasks {
    /**
     * The mask of an object.
     *
     * @param patch the picture
     * @param object its shape in pixels of the patch; it may reach beyond
     * @return of the size of the patch; empty if no mask worth keeping was found
     */
    Optional<Mask> mask(RgbImage patch, AnnotatedObject object);
}
