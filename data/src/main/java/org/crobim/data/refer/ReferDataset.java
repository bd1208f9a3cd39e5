package org.crobim.data.refer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crobim.core.error.InputException;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.ImageSize;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.crobim.data.json.EncodedMask;
import org.crobim.data.listing.ListedFiles;
import org.crobim.data.listing.SampleIds;
import org.crobim.language.CategoryMention;
import org.crobim.language.ObjectCategory;

/**
 * One split of a data set in REFER layout, every sentence a sample.
 *
 * <p>The sample id is the file name without extension; further sentences about the image get {@code #2}, {@code #3}. A mask that differs
 * from its image by no more than the tolerance of the layout is resized to it (nearest), as the original
 * code does in effect, which brings both to one square. Empty masks stay: they are empty truths.
 */
public final class ReferDataset implements ReferringDataset {
    private final ReferLayout layout;
    private final String name;
    private final Map<String, Truth> truths;
    private final List<ReferringSample> samples;

    private ReferDataset(ReferLayout layout, String name, Map<String, Truth> truths) {
        this.layout = layout;
        this.name = name;
        this.truths = truths;
        this.samples = truths.values().stream().map(Truth::sample).toList();
    }

    private record Truth(ReferringSample sample, Path image, EncodedMask mask) {}

    /**
     * Reads sentences and masks of a split and checks that its images are there.
     *
     * @param layout where the files lie
     * @param split as the references call it
     * @param field which text of a sentence
     * @throws InputException if files are missing or damaged, the split is empty, or references and masks do not fit
     */
    public static ReferDataset open(ReferLayout layout, String split, SentenceField field) {
        List<Reference> references = ofSplit(layout, split);
        new ListedFiles(layout.images(), "images", layout.dataSet())
                .require(references.stream().map(Reference::fileName).toList());
        Set<Long> wanted = references.stream().map(Reference::annotationId).collect(Collectors.toSet());
        InstanceMasks masks = InstanceMasks.read(layout.instances(), wanted, layout.dataSet());
        SampleIds ids = new SampleIds();
        Map<String, Truth> truths = new LinkedHashMap<>();
        for (Reference reference : inOrderOfImages(references)) {
            EncodedMask mask = maskOf(reference, masks, layout);
            Optional<ObjectCategory> told = categoryOf(reference, masks);
            for (ReferenceSentence sentence : reference.sentences()) {
                String id = ids.next(SampleIds.stem(reference.fileName()));
                String text = field.of(sentence);
                ReferringSample sample =
                        sample(id, reference.fileName(), text, told.or(() -> CategoryMention.find(text)));
                truths.put(id, new Truth(sample, layout.images().resolve(reference.fileName()), mask));
            }
        }
        return new ReferDataset(layout, "%s %s".formatted(layout.dataSet(), split), truths);
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
        return truth(sample).image();
    }

    @Override
    public RgbImage readImage(ReferringSample sample) {
        return ImageFiles.read(imageFile(sample));
    }

    /**
     * {@inheritDoc}
     *
     * @throws InputException if mask and image differ in size by more than the layout tolerates
     */
    @Override
    public Mask readMask(ReferringSample sample) {
        Truth truth = truth(sample);
        EncodedMask mask = truth.mask();
        ImageSize image = ImageSize.of(truth.image());
        int difference = Math.max(Math.abs(image.width() - mask.width()), Math.abs(image.height() - mask.height()));
        if (difference == 0) {
            return mask.decode();
        }
        if (difference > layout.toleratedPixels()) {
            throw new InputException(
                    "%s has %s pixels, its mask in %s has %d x %d: at most %d pixels of difference are usual. Download the image again."
                            .formatted(
                                    truth.image(),
                                    image,
                                    layout.instances(),
                                    mask.width(),
                                    mask.height(),
                                    layout.toleratedPixels()));
        }
        return Resampling.nearest(mask.decode(), image.width(), image.height());
    }

    /** Samples whose image and mask differ in size; reads the header of every image. */
    public List<SizeMismatch> sizeMismatches() {
        List<SizeMismatch> mismatches = new ArrayList<>();
        truths.forEach((id, truth) -> {
            ImageSize image = ImageSize.of(truth.image());
            ImageSize mask = new ImageSize(truth.mask().width(), truth.mask().height());
            if (!image.equals(mask)) {
                mismatches.add(new SizeMismatch(id, truth.image(), image, mask));
            }
        });
        return mismatches;
    }

    /** Ids of the samples without any pixel. */
    public List<String> emptyTruths() {
        return truths.values().stream()
                .filter(truth -> truth.mask().isEmpty())
                .map(truth -> truth.sample().id())
                .toList();
    }

    private Truth truth(ReferringSample sample) {
        Truth truth = truths.get(sample.id());
        if (truth == null) {
            throw new IllegalArgumentException("Sample \"%s\" is not part of data set \"%s\" (%d samples)"
                    .formatted(sample.id(), name, samples.size()));
        }
        return truth;
    }

    private static List<Reference> ofSplit(ReferLayout layout, String split) {
        List<Reference> all = ReferenceList.read(layout.references(), layout.dataSet());
        List<Reference> references = all.stream()
                .filter(reference -> reference.split().equals(split))
                .toList();
        if (references.isEmpty()) {
            Set<String> splits = all.stream().map(Reference::split).collect(Collectors.toCollection(TreeSet::new));
            throw new InputException("%s holds no reference of the split \"%s\", only of %s. Name one of these."
                    .formatted(layout.references(), split, splits));
        }
        return references;
    }

    private static List<Reference> inOrderOfImages(List<Reference> references) {
        Map<String, List<Reference>> byImage = references.stream()
                .collect(Collectors.groupingBy(Reference::fileName, LinkedHashMap::new, Collectors.toList()));
        return byImage.values().stream().flatMap(List::stream).toList();
    }

    private static EncodedMask maskOf(Reference reference, InstanceMasks masks, ReferLayout layout) {
        InstanceMask mask = masks.byAnnotation().get(reference.annotationId());
        if (mask == null) {
            throw new InputException(
                    "%s has no annotation %d, which reference %d (%s) in %s needs. Download the annotations of %s again."
                            .formatted(
                                    masks.file(),
                                    reference.annotationId(),
                                    reference.refId(),
                                    reference.fileName(),
                                    layout.references(),
                                    layout.dataSet()));
        }
        if (mask.categoryId() != reference.categoryId()) {
            throw new InputException(
                    "Reference %d in %s is of class %d, its annotation in %s of class %d. Use files of one release."
                            .formatted(
                                    reference.refId(),
                                    layout.references(),
                                    reference.categoryId(),
                                    masks.file(),
                                    mask.categoryId()));
        }
        return mask.mask();
    }

    /** The class as the data set tells it; empty where it tells none or one that is not ours, the sentence decides then. */
    private static Optional<ObjectCategory> categoryOf(Reference reference, InstanceMasks masks) {
        if (masks.categories().isEmpty()) {
            return Optional.empty();
        }
        String spelled = masks.categories().get(reference.categoryId());
        if (spelled == null) {
            throw new InputException("%s lists no class %d, which reference %d needs"
                    .formatted(masks.file(), reference.categoryId(), reference.refId()));
        }
        return CategoryMention.named(spelled);
    }

    private static ReferringSample sample(
            String id, String imageId, String sentence, Optional<ObjectCategory> category) {
        Function<ObjectCategory, ReferringSample> known = found -> ReferringSample.ofText(id, imageId, sentence, found);
        return category.map(known).orElseGet(() -> ReferringSample.ofText(id, imageId, sentence));
    }
}
