/**
 * The training itself.
 *
 * <p>{@link org.crobim.train.loop.Trainer} reads as the list of what happens in a step. {@link org.crobim.train.loop.ReplicaGroup}
 * shares a step among threads, each with a {@link org.crobim.train.loop.Replica} of the network: values shared, gradients apart.
 * {@link org.crobim.train.loop.CheckpointStore} keeps what a resumed run needs to go on bit for bit;
 * {@link org.crobim.train.loop.Validation} is what judges the network on the way.
 *
 * <p>Determinism: one seed, thread count and replica count give the same losses bit for bit. No generator has a state to be kept,
 * because each draw is seeded anew from the seed of the run and its place in it.
 */
@NullMarked
package org.crobim.train.loop;

import org.jspecify.annotations.NullMarked;
