package org.crobim.data.check;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.crobim.data.sentence.KnownScene;
import org.crobim.language.Stratum;

/** Lists the samples of an opened data set, whatever its layout. */
public final class DatasetListing implements SampleListing {
    private final ReferringDataset dataset;
    private final String split;
    private final Knowledge knowledge;
    private final Map<String, ReferringSample> originals = new HashMap<>();
    private final List<ListedSample> samples;

    /** What a data set tells beside its samples. */
    public interface Knowledge {
        /** Nothing. */
        Knowledge NONE = new Knowledge() {};

        /** Where the image of a sample lies, if it has a file of its own. */
        default Optional<Path> imageFile(ReferringSample sample) {
            return Optional.empty();
        }

        /** All objects of the image of a sample. */
        default Optional<KnownScene> scene(ReferringSample sample) {
            return Optional.empty();
        }
    }

    /**
     * @param dataset reads images and masks
     * @param split name of the split that it holds
     * @param knowledge what the data set tells beside
     */
    public DatasetListing(ReferringDataset dataset, String split, Knowledge knowledge) {
        this.dataset = dataset;
        this.split = split;
        this.knowledge = knowledge;
        dataset.samples().forEach(sample -> originals.put(sample.id(), sample));
        this.samples = dataset.samples().stream().map(this::listed).toList();
    }

    private ListedSample listed(ReferringSample sample) {
        boolean absent = sample.stratum().filter(Stratum.ABSENT::equals).isPresent();
        Place place = Place.of(knowledge.imageFile(sample).map(Path::toString).orElse(sample.imageId()));
        return new ListedSample(split, sample.id(), sample.imageId(), sample.text(), place, absent);
    }

    @Override
    public String split() {
        return split;
    }

    @Override
    public List<ListedSample> samples() {
        return samples;
    }

    @Override
    public List<Finding> defects() {
        return List.of();
    }

    @Override
    public Optional<Path> imageFile(ListedSample sample) {
        return knowledge.imageFile(original(sample));
    }

    @Override
    public Optional<KnownScene> scene(ListedSample sample) {
        return knowledge.scene(original(sample));
    }

    @Override
    public Optional<Path> maskFile(ListedSample sample) {
        return Optional.empty();
    }

    @Override
    public RgbImage readImage(ListedSample sample) {
        return dataset.readImage(original(sample));
    }

    @Override
    public Mask readMask(ListedSample sample) {
        return dataset.readMask(original(sample));
    }

    private ReferringSample original(ListedSample sample) {
        ReferringSample original = originals.get(sample.id());
        if (original == null) {
            throw new IllegalArgumentException(
                    "Sample \"%s\" is not part of data set \"%s\"".formatted(sample.id(), dataset.name()));
        }
        return original;
    }
}
