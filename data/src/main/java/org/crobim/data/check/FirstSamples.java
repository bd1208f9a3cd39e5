package org.crobim.data.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;

/**
 * The beginning of a listing.
 *
 * @param all the whole listing
 * @param count most samples, at least 0
 */
public record FirstSamples(SampleListing all, int count) implements SampleListing {
    @Override
    public String split() {
        return all.split();
    }

    @Override
    public List<ListedSample> samples() {
        List<ListedSample> samples = all.samples();
        return samples.subList(0, Math.min(count, samples.size()));
    }

    @Override
    public List<Finding> defects() {
        return all.defects();
    }

    @Override
    public Optional<Path> imageFile(ListedSample sample) {
        return all.imageFile(sample);
    }

    @Override
    public Optional<Path> maskFile(ListedSample sample) {
        return all.maskFile(sample);
    }

    @Override
    public RgbImage readImage(ListedSample sample) {
        return all.readImage(sample);
    }

    @Override
    public Mask readMask(ListedSample sample) {
        return all.readMask(sample);
    }
}
