package org.crobim.data.mask;

import java.util.Optional;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.annotated.AnnotatedObject;

/** Gives an annotated object its pixels. Thread-safe. */
@FunctionalInterface
public interface MaskSource extends AutoCloseable {
    /**
     * The mask of an object.
     *
     * @param image the picture
     * @param object its shape in pixels of the picture; it may reach beyond
     * @return of the size of the picture; empty if no mask worth keeping was found
     */
    Optional<Mask> mask(RgbImage image, AnnotatedObject object);

    /** Frees what the source holds; most hold nothing. */
    @Override
    default void close() {}
}
