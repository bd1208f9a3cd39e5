package org.crobim.data.risbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crobim.core.error.InputException;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.check.Finding;
import org.crobim.data.check.ListedSample;
import org.crobim.data.check.Place;
import org.crobim.data.check.SampleListing;
import org.crobim.data.listing.PhraseList;
import org.crobim.data.listing.PhraseList.Phrase;
import org.crobim.data.listing.SampleIds;

/**
 * What the phrase list of a split says, whether or not it is true.
 *
 * <p>Samples stand in the order of the list and have the ids of {@link RisBenchDataset}. Files that differ in the number of
 * the object only ({@code test_2_3.png}, {@code test_2_4.png}) are the copies of one image that the layout demands.
 */
public final class RisBenchListing implements SampleListing {
    private final RisBenchFolder folder;
    private final String split;
    private final List<ListedSample> samples = new ArrayList<>();
    private final List<Finding> defects = new ArrayList<>();
    private final Map<String, String> fileNames = new HashMap<>();
    private final SampleIds ids = new SampleIds();

    private RisBenchListing(RisBenchFolder folder, String split) {
        this.folder = folder;
        this.split = split;
    }

    /**
     * Reads the phrase list of a split and no other file.
     *
     * @param root as for {@link RisBenchDataset#open}
     * @param split train, val or test; any name that has a phrase list
     * @throws InputException if folders or the list are missing, with what to download
     */
    public static RisBenchListing open(Path root, String split) {
        RisBenchFolder folder = RisBenchFolder.find(root);
        RisBenchListing listing = new RisBenchListing(folder, split);
        Path list = folder.phrases(split);
        PhraseList.read(
                        list,
                        RisBenchDataset.DATA_SET,
                        (line, error) -> listing.refuse(new Place(list.toString(), line), error))
                .forEach(phrase -> listing.add(list, phrase));
        return listing;
    }

    /**
     * The splits that have a phrase list: train, val and test first, others by name.
     *
     * @throws InputException if there is no such folder or no list in it
     */
    public static List<String> splits(Path root) {
        return RisBenchFolder.find(root).splits();
    }

    private void refuse(Place place, InputException error) {
        defects.add(Finding.brokenLine(split, place, place.withoutPlace(error)));
    }

    private void add(Path list, Phrase phrase) {
        String id = ids.next(SampleIds.stem(phrase.name()));
        fileNames.put(id, phrase.name());
        String imageId = RisBenchDataset.imageNumber(phrase.name());
        Place place = new Place(list.toString(), phrase.line());
        samples.add(new ListedSample(split, id, imageId, phrase.sentence(), place, false));
    }

    @Override
    public String split() {
        return split;
    }

    @Override
    public List<ListedSample> samples() {
        return List.copyOf(samples);
    }

    @Override
    public List<Finding> defects() {
        return List.copyOf(defects);
    }

    @Override
    public Optional<Path> imageFile(ListedSample sample) {
        return Optional.of(folder.images().resolve(fileName(sample)));
    }

    @Override
    public Optional<Path> maskFile(ListedSample sample) {
        return Optional.of(folder.masks().resolve(fileName(sample)));
    }

    @Override
    public RgbImage readImage(ListedSample sample) {
        return ImageFiles.read(folder.images().resolve(fileName(sample)));
    }

    @Override
    public Mask readMask(ListedSample sample) {
        return ImageFiles.readMask(folder.masks().resolve(fileName(sample)), 0);
    }

    private String fileName(ListedSample sample) {
        String fileName = fileNames.get(sample.id());
        if (fileName == null) {
            throw new IllegalArgumentException(
                    "Sample \"%s\" is not listed in split \"%s\"".formatted(sample.id(), split));
        }
        return fileName;
    }
}
