package org.crobim.data.risbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * One split of RISBench as it is published, or of any data set in the same layout.
 *
 * <p>The sample id is the file name without extension; a name that occurs again gets {@code #2}, {@code #3}. The published
 * files repeat the image for each of its objects ({@code test_2_3.png}, {@code test_2_4.png}), also under {@code train_}
 * in the list of val; such copies share an image id. All-black masks are published too: they are empty truths.
 * The layout tells no class; it is the first class word of the sentence.
 */
public final class RisBenchDataset implements ReferringDataset {
    static final String DATA_SET = "RISBench";
    private static final Pattern OBJECT_OF_IMAGE = Pattern.compile("(.+_\\d+)_\\d+\\.\\w+");

    private final RisBenchFolder folder;
    private final String name;
    private final List<ReferringSample> samples;
    private final Map<String, String> fileNames;

    private RisBenchDataset(
            RisBenchFolder folder, String split, List<ReferringSample> samples, Map<String, String> fileNames) {
        this.folder = folder;
        this.name = "risbench " + split;
        this.samples = List.copyOf(samples);
        this.fileNames = fileNames;
    }

    /**
     * Reads the phrase list of a split and checks that its files are there; other splits may be missing.
     *
     * @param root holds {@code img_rgb}, {@code mask} and the phrase lists, or the folder {@code RISBench_dataset} with them
     * @param split train, val or test; any name that has a phrase list
     * @throws InputException if the list or files are missing, with what to download
     */
    public static RisBenchDataset open(Path root, String split) {
        RisBenchFolder folder = RisBenchFolder.find(root);
        List<Phrase> phrases = PhraseList.read(folder.phrases(split), DATA_SET);
        List<String> names = phrases.stream().map(Phrase::name).toList();
        new ListedFiles(folder.images(), "images", DATA_SET).require(names);
        new ListedFiles(folder.masks(), "masks", DATA_SET).require(names);
        SampleIds ids = new SampleIds();
        Map<String, List<ReferringSample>> byImage = new LinkedHashMap<>();
        Map<String, String> fileNames = new HashMap<>();
        for (Phrase phrase : phrases) {
            String id = ids.next(SampleIds.stem(phrase.name()));
            fileNames.put(id, phrase.name());
            String imageId = imageId(folder.images(), phrase.name());
            byImage.computeIfAbsent(imageId, key -> new ArrayList<>()).add(sample(id, imageId, phrase.sentence()));
        }
        List<ReferringSample> samples =
                byImage.values().stream().flatMap(List::stream).toList();
        return new RisBenchDataset(folder, split, samples, fileNames);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<ReferringSample> samples() {
        return samples;
    }

    @Override
    public RgbImage readImage(ReferringSample sample) {
        return ImageFiles.read(folder.images().resolve(fileName(sample)));
    }

    /**
     * {@inheritDoc}
     *
     * @throws InputException if mask and image differ in size
     */
    @Override
    public Mask readMask(ReferringSample sample) {
        Path maskFile = folder.masks().resolve(fileName(sample));
        Path imageFile = folder.images().resolve(fileName(sample));
        Mask mask = ImageFiles.readMask(maskFile, 0);
        ImageSize size = ImageSize.of(imageFile);
        if (mask.width() != size.width() || mask.height() != size.height()) {
            throw new InputException(
                    "%s has %d x %d pixels and %s has %d x %d: mask and image must have one size. Download both again."
                            .formatted(maskFile, mask.width(), mask.height(), imageFile, size.width(), size.height()));
        }
        return mask;
    }

    private static ReferringSample sample(String id, String imageId, String sentence) {
        return CategoryMention.find(sentence)
                .map(category -> ReferringSample.ofText(id, imageId, sentence, category))
                .orElseGet(() -> ReferringSample.ofText(id, imageId, sentence));
    }

    private String fileName(ReferringSample sample) {
        String fileName = fileNames.get(sample.id());
        if (fileName == null) {
            throw new IllegalArgumentException("Sample \"%s\" is not part of data set \"%s\" (%d samples)"
                    .formatted(sample.id(), name, samples.size()));
        }
        return fileName;
    }

    /** The name without object and extension; the whole name where it is no {@code <split>_<image>_<object>.<extension>}. */
    static String imageNumber(String fileName) {
        Matcher matcher = OBJECT_OF_IMAGE.matcher(fileName);
        return matcher.matches() ? matcher.group(1) : fileName;
    }

    /** Copies of one image are files of one length: two images under one number would hardly ever be. */
    private static String imageId(Path images, String fileName) {
        String number = imageNumber(fileName);
        if (number.equals(fileName)) {
            return fileName;
        }
        Path file = images.resolve(fileName);
        try {
            return "%s:%d".formatted(number, Files.size(file));
        } catch (IOException e) {
            throw new InputException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
