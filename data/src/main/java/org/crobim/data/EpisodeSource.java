package org.crobim.data;

import java.util.random.RandomGenerator;

/** An endless supply of training images: deterministic, thread-safe, nothing remembered between calls. */
public interface EpisodeSource {
    /** Number of distinct base images (one pass over them is an epoch). */
    int size();

    /**
     * Draws one augmented view of a base image with fresh sentences.
     *
     * @param index 0 .. size() - 1
     * @param random the only source of chance: the same index and generator state give the same episode
     */
    Episode episode(int index, RandomGenerator random);
}
