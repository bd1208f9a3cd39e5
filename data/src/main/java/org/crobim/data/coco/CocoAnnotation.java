package org.crobim.data.coco;

import java.util.List;
import org.crobim.core.geometry.Box;
import org.crobim.core.mask.RunLength;
import org.crobim.language.ObjectCategory;

/** What one annotation of a COCO file says of an object, or why nothing can be made of it. */
sealed interface CocoAnnotation {
    /** Where it stands. */
    Origin origin();

    /**
     * Where an annotation stands.
     *
     * @param id as the file numbers it
     * @param line in the file, from 1
     * @param imageName file name of the image that it belongs to
     */
    record Origin(long id, int line, String imageName) {}

    /**
     * What an object is.
     *
     * @param category class, in our naming
     * @param spelling class as the file spells it
     */
    record Label(ObjectCategory category, String spelling) {}

    /**
     * An outlined object.
     *
     * @param rings at least one, vertices name pixels inside the image
     */
    record Outlined(Origin origin, Label label, List<double[]> rings) implements CocoAnnotation {}

    /**
     * An object whose pixels are known.
     *
     * @param runs of a mask of the size of the image, with at least one pixel set
     */
    record Masked(Origin origin, Label label, RunLength runs) implements CocoAnnotation {}

    /**
     * An object of which the file tells the box alone.
     *
     * @param box inside the image, with an area
     */
    record Boxed(Origin origin, Label label, Box box) implements CocoAnnotation {}

    /**
     * An annotation that cannot be used.
     *
     * @param reason one sentence without numbers of the annotation, so that equal reasons can be counted
     */
    record Refused(Origin origin, String reason) implements CocoAnnotation {}
}
