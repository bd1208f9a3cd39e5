package org.crobim.data.refsegrs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crobim.core.error.InputException;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.ImageSize;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.crobim.data.listing.ListedFiles;
import org.crobim.data.listing.PhraseList;
import org.crobim.data.listing.PhraseList.Phrase;
import org.crobim.data.listing.SampleIds;
import org.crobim.language.CategoryMention;

/**
 * One split of RefSegRS as it is published: {@code images/<id>.tif}, {@code masks/<id>.tif} and a phrase list whose names have no
 * extension.
 *
 * <p>An image that is listed again gets the sample id {@code <id>#2}, {@code #3}. A mask pixel is set above 50, the rule of the
 * published loaders. The layout tells no class; of the 14 targets of RefSegRS the vehicles are the only ones with a class of ours, and
 * a sample has the one that its sentence names first.
 */
public final class RefSegRsDataset implements ReferringDataset {
    private static final String DATA_SET = "RefSegRS";
    private static final String EXTENSION = ".tif";
    private static final int MASK_THRESHOLD = 50;

    private final String name;
    private final Path images;
    private final Path masks;
    private final List<ReferringSample> samples;

    private RefSegRsDataset(String name, Path images, Path masks, List<ReferringSample> samples) {
        this.name = name;
        this.images = images;
        this.masks = masks;
        this.samples = samples;
    }

    /**
     * Reads the phrase list of a split and checks that its files are there; other splits may be missing.
     *
     * @param root holds {@code images}, {@code masks} and the phrase lists
     * @param split train, val or test; any name that has a phrase list
     * @throws InputException if the list or files are missing, with what to download
     */
    public static RefSegRsDataset open(Path root, String split) {
        Path images = root.resolve("images");
        Path masks = root.resolve("masks");
        if (!Files.isDirectory(images) || !Files.isDirectory(masks)) {
            throw new InputException(
                    ("%s is no RefSegRS folder: %s/ is missing. Download RefSegRS and unpack it there, so that images/,"
                                    + " masks/ and output_phrase_<split>.txt lie side by side.")
                            .formatted(root, Files.isDirectory(images) ? masks : images));
        }
        List<Phrase> phrases = PhraseList.read(root.resolve("output_phrase_%s.txt".formatted(split)), DATA_SET);
        List<String> fileNames =
                phrases.stream().map(phrase -> phrase.name() + EXTENSION).toList();
        new ListedFiles(images, "images", DATA_SET).require(fileNames);
        new ListedFiles(masks, "masks", DATA_SET).require(fileNames);
        return new RefSegRsDataset("refsegrs %s".formatted(split), images, masks, samples(phrases));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<ReferringSample> samples() {
        return samples;
    }

    /** Where the image of a sample lies. */
    public Path imageFile(ReferringSample sample) {
        return images.resolve(sample.imageId() + EXTENSION);
    }

    @Override
    public RgbImage readImage(ReferringSample sample) {
        return ImageFiles.read(imageFile(sample));
    }

    /**
     * {@inheritDoc}
     *
     * @throws InputException if mask and image differ in size
     */
    @Override
    public Mask readMask(ReferringSample sample) {
        Path maskFile = masks.resolve(sample.imageId() + EXTENSION);
        Path imageFile = imageFile(sample);
        Mask mask = ImageFiles.readMask(maskFile, MASK_THRESHOLD);
        ImageSize size = ImageSize.of(imageFile);
        if (mask.width() != size.width() || mask.height() != size.height()) {
            throw new InputException(
                    "%s has %d x %d pixels and %s has %s: mask and image must have one size. Download both again."
                            .formatted(maskFile, mask.width(), mask.height(), imageFile, size));
        }
        return mask;
    }

    private static List<ReferringSample> samples(List<Phrase> phrases) {
        SampleIds ids = new SampleIds();
        Map<String, List<Phrase>> byImage =
                phrases.stream().collect(Collectors.groupingBy(Phrase::name, LinkedHashMap::new, Collectors.toList()));
        return byImage.values().stream()
                .flatMap(List::stream)
                .map(phrase -> sample(ids.next(phrase.name()), phrase))
                .toList();
    }

    private static ReferringSample sample(String id, Phrase phrase) {
        return CategoryMention.find(phrase.sentence())
                .map(category -> ReferringSample.ofText(id, phrase.name(), phrase.sentence(), category))
                .orElseGet(() -> ReferringSample.ofText(id, phrase.name(), phrase.sentence()));
    }
}
