/**
 * What a sentence asks of a whole scene: <i>what</i> the network shall find tile by tile, and <i>where</i> among the objects found,
 * which only the whole frame can tell.
 *
 * <p>{@link org.crobim.predict.query.SceneQuery} splits the sentence; {@link org.crobim.predict.query.WhereDecision} picks the
 * objects, by the claims of the language module under rules that decide every comparison.
 */
@NullMarked
package org.crobim.predict.query;

import org.jspecify.annotations.NullMarked;
