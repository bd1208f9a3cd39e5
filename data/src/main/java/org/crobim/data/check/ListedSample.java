package org.crobim.data.check;

/**
 * One (image, sentence, mask) triplet as a data set lists it, whether or not its files can be used.
 *
 * @param split name of the split that lists it
 * @param id unique within the split
 * @param imageId copies of one image that the layout demands share it, and are no duplicates
 * @param sentence as in the data set
 * @param place where it is listed
 * @param absent whether the data set says that nothing matches the sentence
 */
public record ListedSample(String split, String id, String imageId, String sentence, Place place, boolean absent) {}
