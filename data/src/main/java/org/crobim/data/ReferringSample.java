package org.crobim.data;

import org.crobim.language.ReferringExpression;

/**
 * One evaluation sample: an image, a sentence, and where to find the truth.
 *
 * @param id unique within the data set
 * @param imageId samples of one image share it, so that the image is encoded once
 * @param expression sentence with class and stratum as far as known
 */
public record ReferringSample(String id, String imageId, ReferringExpression expression) {}
