package org.crobim.data.refer;

import java.util.List;

/**
 * One object of an image and the sentences about it.
 *
 * @param refId unique in its list
 * @param annotationId key of the mask
 * @param imageId number of the image
 * @param fileName of the image
 * @param split train, val or test
 * @param categoryId class, in the numbers of its data set
 * @param sentences at least one
 */
public record Reference(
        long refId,
        long annotationId,
        long imageId,
        String fileName,
        String split,
        long categoryId,
        List<ReferenceSentence> sentences) {
    /** Copies the list and checks that it is not empty. */
    public Reference {
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("Reference %d has no sentence".formatted(refId));
        }
    }
}
