package org.crobim.predict.scene;

import java.util.function.Supplier;

/** Adds up what the network took, beside what the run took as a whole. One thread. */
final class SceneClock {
    private final long start = System.nanoTime();
    private long networkNanoseconds;
    private int tiles;

    /** Times a call of the network for one tile. */
    <T> T network(Supplier<T> work) {
        long before = System.nanoTime();
        T result = work.get();
        networkNanoseconds += System.nanoTime() - before;
        tiles++;
        return result;
    }

    /** What was measured so far. */
    SceneTiming timing() {
        return new SceneTiming(tiles, networkNanoseconds / 1e9, (System.nanoTime() - start) / 1e9);
    }
}
