package org.crobim.data;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Episodes from several sources, each drawn by its share whatever the index: so one step sees all of them.
 *
 * <p>The size is that of the first source: an epoch is as many episodes as it has images, though not each image once.
 * The index picks the image of the first source; the others draw theirs.
 */
public final class MixtureEpisodes implements EpisodeSource {
    private final List<Part> parts;
    private final double shareSum;

    /**
     * One source.
     *
     * @param source of episodes
     * @param share relative to the other shares, above 0
     */
    public record Part(EpisodeSource source, double share) {
        /** Checks the share. */
        public Part {
            if (!(share > 0 && share < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The share of a source must be above 0, got " + share);
            }
        }
    }

    /** Mixes at least one source; shares need not add up to 1. */
    public MixtureEpisodes(List<Part> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A mixture needs at least one source");
        }
        this.parts = List.copyOf(parts);
        this.shareSum = parts.stream().mapToDouble(Part::share).sum();
    }

    @Override
    public int size() {
        return parts.get(0).source().size();
    }

    @Override
    public Episode episode(int index, RandomGenerator random) {
        double left = random.nextDouble() * shareSum;
        int chosen = 0;
        while (chosen < parts.size() - 1 && left >= parts.get(chosen).share()) {
            left -= parts.get(chosen).share();
            chosen++;
        }
        EpisodeSource source = parts.get(chosen).source();
        return source.episode(chosen == 0 ? index : random.nextInt(source.size()), random);
    }
}
