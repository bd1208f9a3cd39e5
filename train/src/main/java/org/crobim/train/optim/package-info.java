/**
 * From gradients to better weights.
 *
 * <p>All parameters of a network live in one flat buffer, laid out by {@link org.crobim.train.optim.ParameterLayout} so that
 * parameters treated alike lie side by side; their gradients live in a second one with the same layout. An optimizer step, the
 * averaging over replicas, clipping and the running average of the weights are then a handful of operations on long vectors
 * instead of thousands on short ones, and every state is bytes that can be stored and restored exactly.
 */
@NullMarked
package org.crobim.train.optim;

import org.jspecify.annotations.NullMarked;
