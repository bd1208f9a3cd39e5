package org.crobim.train.batch;

import java.util.SplittableRandom;

/** Which base image comes when: every epoch shows each image once, in an order of its own. One thread at a time. */
public final class EpisodeOrder {
    private final int size;
    private final long seed;
    private long epoch = -1;
    private int[] order = {};

    /**
     * An order.
     *
     * @param size number of base images, at least 1
     * @param seed of the run
     */
    public EpisodeOrder(int size, long seed) {
        if (size < 1) {
            throw new IllegalArgumentException("An epoch needs at least one image, got " + size);
        }
        this.size = size;
        this.seed = seed;
    }

    /**
     * The base image at a position of the run.
     *
     * @param position images shown before, over all epochs
     * @return 0 .. size - 1
     */
    public int imageAt(long position) {
        long wanted = position / size;
        if (wanted != epoch) {
            order = shuffled(wanted);
            epoch = wanted;
        }
        return order[(int) (position % size)];
    }

    private int[] shuffled(long number) {
        SplittableRandom random = new SplittableRandom(RandomSeeds.of(seed, RandomSeeds.Stream.ORDER, number));
        int[] images = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            images[i] = images[j];
            images[j] = i;
        }
        return images;
    }
}
