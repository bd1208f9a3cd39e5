package org.crobim.app.evaluation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crobim.core.error.InputException;
import org.crobim.core.error.UsageException;
import org.crobim.data.ImageSplit;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.crobim.data.check.DatasetListing;
import org.crobim.data.check.SampleListing;
import org.crobim.data.coco.CocoImage;
import org.crobim.data.coco.CocoInstances;
import org.crobim.data.coco.CocoReferringDataset;
import org.crobim.data.sentence.KnownScene;
import org.crobim.language.SentenceSource;
import org.crobim.language.generate.ExpressionGenerator;
import org.crobim.language.generate.GeneratorOptions;

/**
 * Outlined images, about which sentences are generated; sentences that match nothing among them, to judge presence.
 *
 * @param annotations COCO instances file
 * @param images folder of the image files
 * @param splitFile names the images of each split; empty: one that comes with the program, where it fits
 * @param sentences how many, and the seed that draws them
 */
public record CocoData(Path annotations, Path images, Optional<Path> splitFile, Sentences sentences) {
    /** The split that means every image of the file. */
    private static final String ALL = "all";

    /**
     * What is asked.
     *
     * @param perImage most sentences about one image, at least 1
     * @param seed the same seed gives the same sentences
     */
    public record Sentences(int perImage, long seed) {
        /** Checks the count. */
        public Sentences {
            if (perImage < 1) {
                throw new UsageException("--sentences-per-image is %d, expected 1 or more.".formatted(perImage));
            }
        }
    }

    /**
     * Reads the annotations and draws the sentences.
     *
     * @param split train, val, test or all
     * @param shippedSplit the split file of the program, used when the user named none
     * @throws InputException if files are missing or the split does not fit
     * @throws UsageException if the split has no such part, or a split file is needed
     */
    public ReferringDataset open(String split, Optional<Path> shippedSplit) {
        CocoInstances instances = CocoInstances.read(annotations);
        return CocoReferringDataset.create(
                plan(split), chosen(instances, split, shippedSplit), images, sentenceSource());
    }

    /**
     * As {@link #open}, but image files may be missing.
     *
     * @param split train, val, test or all; empty: each split that is known, or all images as one
     * @param shippedSplit the split file of the program, used when the user named none
     * @throws InputException if the annotations are missing or the split does not fit
     * @throws UsageException if the split has no such part, or a split file is needed
     */
    public List<SampleListing> listings(Optional<String> split, Optional<Path> shippedSplit) {
        CocoInstances instances = CocoInstances.read(annotations);
        return split.map(List::of).orElseGet(() -> splits(instances, shippedSplit)).stream()
                .map(name -> listing(name, chosen(instances, name, shippedSplit)))
                .toList();
    }

    private SampleListing listing(String split, List<CocoImage> chosen) {
        CocoReferringDataset dataset =
                CocoReferringDataset.createUnchecked(plan(split), chosen, images, sentenceSource());
        return new DatasetListing(dataset, split, new DatasetListing.Knowledge() {
            @Override
            public Optional<Path> imageFile(ReferringSample sample) {
                return Optional.of(images.resolve(sample.imageId()));
            }

            @Override
            public Optional<KnownScene> scene(ReferringSample sample) {
                return Optional.of(dataset.scene(sample));
            }
        });
    }

    private List<String> splits(CocoInstances instances, Optional<Path> shippedSplit) {
        boolean known = splitFile.isPresent()
                || shippedSplit
                        .map(ImageSplit::read)
                        .filter(split -> fits(split, instances))
                        .isPresent();
        return known
                ? Arrays.stream(ImageSplit.Part.values())
                        .map(ImageSplit.Part::label)
                        .toList()
                : List.of(ALL);
    }

    private CocoReferringDataset.Plan plan(String split) {
        return new CocoReferringDataset.Plan(
                "%s %s".formatted(nameOf(annotations), split), sentences.perImage(), sentences.seed());
    }

    private static SentenceSource sentenceSource() {
        return new ExpressionGenerator(GeneratorOptions.standard());
    }

    private List<CocoImage> chosen(CocoInstances instances, String split, Optional<Path> shippedSplit) {
        return split.equals(ALL) ? instances.images() : instances.named(names(instances, part(split), shippedSplit));
    }

    private List<String> names(CocoInstances instances, ImageSplit.Part part, Optional<Path> shippedSplit) {
        if (splitFile.isPresent()) {
            return ImageSplit.read(splitFile.get()).names(part);
        }
        return shippedSplit
                .map(ImageSplit::read)
                .filter(split -> fits(split, instances))
                .map(split -> split.names(part))
                .orElseThrow(() -> new UsageException(
                        ("%s: nothing says which images belong to split %s. Name a split file with --split-file, or use"
                                        + " --split all.")
                                .formatted(annotations, part.label())));
    }

    private static boolean fits(ImageSplit split, CocoInstances instances) {
        List<String> known =
                instances.images().stream().map(CocoImage::fileName).sorted().toList();
        return Arrays.stream(ImageSplit.Part.values())
                .flatMap(part -> split.names(part).stream())
                .sorted()
                .toList()
                .equals(known);
    }

    private static ImageSplit.Part part(String split) {
        return Arrays.stream(ImageSplit.Part.values())
                .filter(part -> part.label().equals(split))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "--split is \"%s\", expected train, val, test or all for --format coco.".formatted(split)));
    }

    /** The folder of the annotations is what people call the data set. */
    private static String nameOf(Path annotations) {
        Path folder = annotations.toAbsolutePath().normalize().getParent();
        return folder == null || folder.getFileName() == null
                ? "coco"
                : folder.getFileName().toString();
    }
}
