/**
 * Augmentation in the only order that keeps words true: geometry first, then sentences, then colours.
 *
 * <p>{@link org.crobim.data.augment.ViewDraw} draws a {@link org.crobim.data.augment.View} (window, turn, flip) of an
 * {@link org.crobim.data.augment.OutlinedScene}; {@link org.crobim.data.augment.SceneView} is what is seen through it,
 * pixels and masks, and what sentences are generated from; {@link org.crobim.data.augment.PhotometricJitter} changes
 * colours at the end. Coordinates here are continuous: pixel i covers [i, i+1).
 */
@NullMarked
package org.crobim.data.augment;

import org.jspecify.annotations.NullMarked;
