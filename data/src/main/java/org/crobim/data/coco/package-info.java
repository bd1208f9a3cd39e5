/**
 * Images with polygons in the COCO "instances" layout.
 *
 * <p>{@link org.crobim.data.coco.CocoInstances} reads the file, {@link org.crobim.data.coco.CocoEpisodes} trains on it
 * (augment first, then say something about what is left in view) and
 * {@link org.crobim.data.coco.CocoReferringDataset} fixes a list of sentences for evaluation.
 */
@NullMarked
package org.crobim.data.coco;

import org.jspecify.annotations.NullMarked;
