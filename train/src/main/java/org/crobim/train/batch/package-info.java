/**
 * From episodes to the arrays of a training pass, prepared on threads of their own.
 *
 * <p>{@link org.crobim.train.batch.EpisodeOrder} says which image comes when, {@link org.crobim.train.batch.BatchAssembly} draws
 * its episodes and packs them, {@link org.crobim.train.batch.BatchLoader} does so ahead of time. What a batch holds depends on the
 * seed and its number alone, never on threads. No tensor is made here.
 */
@NullMarked
package org.crobim.train.batch;

import org.jspecify.annotations.NullMarked;
