package org.crobim.data.augment;

import java.util.random.RandomGenerator;
import org.crobim.data.Episode;
import org.crobim.data.EpisodeSource;

/**
 * Another source with its colours changed, for sources that keep to geometry: rendered scenes have their own sensor, and
 * the same jitter as on photographs keeps the network from telling the two apart by tone.
 */
public final class RecolouredEpisodes implements EpisodeSource {
    private final EpisodeSource source;
    private final PhotometricJitter colours;

    /** Changes the images of a source, never its masks or sentences. */
    public RecolouredEpisodes(EpisodeSource source, Augmentation.Photometry strength) {
        this.source = source;
        this.colours = new PhotometricJitter(strength);
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public Episode episode(int index, RandomGenerator random) {
        Episode episode = source.episode(index, random);
        return new Episode(colours.apply(episode.image(), random), episode.questions(), episode.categories());
    }
}
