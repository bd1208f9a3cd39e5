/**
 * Expressions asked of whole scenes.
 *
 * <p>{@link org.crobim.predict.scene.SceneSegmenter} is the entry: it plans tiles, lets a
 * {@link org.crobim.predict.scene.TileSegmenter} find the phrases of all sentences on each tile, joins instances over the scene,
 * and decides which of them every sentence means. {@link org.crobim.predict.scene.SceneFrame} says what "left" and "largest"
 * refer to.
 */
@NullMarked
package org.crobim.predict.scene;

import org.jspecify.annotations.NullMarked;
