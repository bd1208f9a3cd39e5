package org.crobim.data.build;

import java.util.Optional;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.mask.MaskSource;

/** The annotated shape itself: exact for polygons and pixels, the whole box where only a box is known. */
public final class ShapeMasks implements MaskSource {
    @Override
    public Optional<Mask> mask(RgbImage patch, AnnotatedObject object) {
        return VisiblePart.of(object.shape(), patch.width()).map(part -> part.mask(patch.width()));
    }
}
