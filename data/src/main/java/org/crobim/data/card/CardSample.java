package org.crobim.data.card;

import java.util.Set;

/**
 * What a data set's figures need to know about one sample.
 *
 * @param split train, val or test
 * @param image samples of one image share it
 * @param sentence as in the data set
 * @param category class; "unknown" where the data set does not tell
 * @param stratum what the sentence rests on; "unknown" where the data set does not tell
 * @param sizeGroup share of the image that the target covers, in groups
 * @param attributes kinds of attributes that the sentence uses beside the class
 * @param objectsOfClass objects of the target's class in the image, itself among them; 0 where that is not known
 */
public record CardSample(
        String split,
        String image,
        String sentence,
        String category,
        String stratum,
        String sizeGroup,
        Set<String> attributes,
        int objectsOfClass) {
    /** What stands for a fact that the data set does not tell. */
    public static final String UNKNOWN = "unknown";

    /** Copies the set. */
    public CardSample {
        attributes = Set.copyOf(attributes);
    }
}
