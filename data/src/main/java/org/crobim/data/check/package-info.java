/**
 * Says what is wrong with a data set before it is trained on or published.
 *
 * <p>A {@link org.crobim.data.check.SampleListing} offers every triplet of a split as it is listed, whether or not its files
 * can be used. {@link org.crobim.data.check.DatasetCheck} decodes each image once, in parallel, looks at image, mask and
 * sentence, then compares all images by their {@link org.crobim.data.likeness.ImageFingerprint}s, and reports
 * {@link org.crobim.data.check.Finding}s. Nothing is corrected.
 */
@NullMarked
package org.crobim.data.check;

import org.jspecify.annotations.NullMarked;
