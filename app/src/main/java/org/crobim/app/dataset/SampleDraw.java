package org.crobim.app.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.crobim.data.check.ListedSample;
import org.crobim.data.check.SampleListing;

/**
 * A sample drawn from a data set.
 *
 * @param listing its split
 * @param sample what was drawn
 */
public record SampleDraw(SampleListing listing, ListedSample sample) {
    /**
     * Draws samples without putting back, every set of samples alike.
     *
     * @param listings the splits to draw from
     * @param count most samples
     * @return in the order of the data set
     */
    public static List<SampleDraw> draw(List<SampleListing> listings, int count, RandomGenerator random) {
        List<SampleDraw> all = listings.stream()
                .flatMap(listing -> listing.samples().stream().map(sample -> new SampleDraw(listing, sample)))
                .toList();
        List<SampleDraw> drawn = new ArrayList<>();
        int wanted = Math.min(count, all.size());
        // Each one is taken with the probability that fills the rest: Knuth, volume 2, algorithm S.
        for (int i = 0; drawn.size() < wanted; i++) {
            if (random.nextInt(all.size() - i) < wanted - drawn.size()) {
                drawn.add(all.get(i));
            }
        }
        return drawn;
    }
}
