/**
 * From the probabilities of overlapping tiles to those of the scene.
 *
 * <p>A {@link org.crobim.geo.blend.TileScratch} keeps what the network said about each tile in one temporary file, one block a
 * tile, with a journal beside it; {@link org.crobim.geo.blend.BlendedProbability} blends the blocks when rows are asked for. Thus
 * no accumulator grows with the scene, tiles may come in any order, and an interrupted run goes on at the tile where it was
 * stopped: the result does not depend on how often it was.
 */
@NullMarked
package org.crobim.geo.blend;

import org.jspecify.annotations.NullMarked;
