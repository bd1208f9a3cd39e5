/**
 * RRSIS-D: 17,402 sentences about DIOR images of 800 x 800 pixels, one object an image, 20 classes.
 *
 * <p>Known quirks, each handled where it is named: the class key of an annotation is misspelt
 * ({@code categories_id}); 14 images differ from their mask by up to 13 pixels ({@link org.crobim.data.rrsisd.RrsisdDataset}); three
 * masks are empty; copies go round with half of the training sentences overwritten
 * ({@link org.crobim.data.refer.SentenceField#WHOLE}). Validation and test sentences are for measuring only.
 */
@NullMarked
package org.crobim.data.rrsisd;

import org.jspecify.annotations.NullMarked;
