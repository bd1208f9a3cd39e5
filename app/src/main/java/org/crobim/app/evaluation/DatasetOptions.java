package org.crobim.app.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crobim.app.console.ShippedFiles;
import org.crobim.core.error.InputException;
import org.crobim.core.error.UsageException;
import org.crobim.data.ReferringDataset;
import org.crobim.data.check.DatasetListing;
import org.crobim.data.check.SampleListing;
import org.crobim.data.published.PublishedDataset;
import org.crobim.data.risbench.RisBenchListing;
import picocli.CommandLine.Option;

/** Where a data set lies and how it is laid out. */
public final class DatasetOptions {
    private static final List<String> USUAL_SPLITS = List.of("train", "val", "test");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description =
                    "risbench: folder with img_rgb, mask and output_phrase_{split}.txt; rrsisd: folder with rrsisd"
                            + " (refs(unc).p, instances.json) and images/rrsisd/JPEGImages; refsegrs: folder with images, masks"
                            + " and output_phrase_{split}.txt; coco: folder with instances.json and images.")
    private Path root;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "NAME",
            description = "risbench, rrsisd or refsegrs: as published; or coco: outlined objects, about which"
                    + " sentences are generated.")
    private DatasetFormat format;

    @Option(names = "--images", paramLabel = "DIR", description = "coco: folder of the images; default: DIR/images.")
    private Optional<Path> images;

    @Option(
            names = "--annotations",
            paramLabel = "FILE",
            description = "coco: the instances file; default: DIR/instances.json.")
    private Optional<Path> annotations;

    @Option(
            names = "--split-file",
            paramLabel = "FILE",
            description = "coco: JSON with the images of each split; default: configs/vhr10-split.json where it fits.")
    private Optional<Path> splitFile;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Decides everything that is drawn, such as generated sentences; default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--sentences-per-image",
            defaultValue = "4",
            paramLabel = "N",
            description = "coco: most sentences about one image; default: ${DEFAULT-VALUE}.")
    private int sentencesPerImage;

    /** The seed of everything that is drawn. */
    public long seed() {
        return seed;
    }

    /** The folder and its layout in words. */
    public String text() {
        return "%s (%s)".formatted(root, formatName());
    }

    /**
     * Opens a split for use; its files must be there.
     *
     * @throws InputException if files are missing
     * @throws UsageException if options do not fit the layout, or there is no such split
     */
    public ReferringDataset open(String split) {
        requireFolder();
        return switch (format) {
            case RISBENCH -> open(PublishedDataset.RISBENCH, split);
            case RRSISD -> open(PublishedDataset.RRSISD, split);
            case REFSEGRS -> open(PublishedDataset.REFSEGRS, split);
            case COCO -> coco().open(split, ShippedFiles.vhr10Split());
        };
    }

    /**
     * Lists what the splits say, whether or not their files can be used.
     *
     * @param split one split; empty: all that the data set has
     * @throws InputException if there is no such data set
     * @throws UsageException if options do not fit the layout, or there is no such split
     */
    public List<SampleListing> listings(Optional<String> split) {
        requireFolder();
        return switch (format) {
            case RISBENCH -> risBenchListings(split);
            case COCO -> coco().listings(split, ShippedFiles.vhr10Split());
            case RRSISD -> strictListings(PublishedDataset.RRSISD, split);
            case REFSEGRS -> strictListings(PublishedDataset.REFSEGRS, split);
        };
    }

    private void requireFolder() {
        if (!Files.isDirectory(root)) {
            throw new InputException("--data %s: no such folder. Name the folder of the data set.".formatted(root));
        }
    }

    private List<SampleListing> risBenchListings(Optional<String> split) {
        requireNoCocoOptions(PublishedDataset.RISBENCH);
        return split.map(List::of).orElseGet(() -> RisBenchListing.splits(root)).stream()
                .map(name -> (SampleListing) RisBenchListing.open(root, name))
                .toList();
    }

    /** These layouts are read as a whole: a missing file ends the command with the number of missing files. */
    private List<SampleListing> strictListings(PublishedDataset published, Optional<String> split) {
        return split.map(List::of).orElse(USUAL_SPLITS).stream()
                .map(name ->
                        (SampleListing) new DatasetListing(open(published, name), name, DatasetListing.Knowledge.NONE))
                .toList();
    }

    private ReferringDataset open(PublishedDataset published, String split) {
        requireNoCocoOptions(published);
        return published.open(root, split);
    }

    private void requireNoCocoOptions(PublishedDataset published) {
        if (images.isPresent() || annotations.isPresent() || splitFile.isPresent()) {
            throw new UsageException(("--images, --annotations and --split-file belong to --format coco."
                            + " With --format %s files have fixed names below --data: %s.")
                    .formatted(formatName(), published.content()));
        }
    }

    private String formatName() {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private CocoData coco() {
        return new CocoData(
                annotations.orElse(root.resolve("instances.json")),
                images.orElse(root.resolve("images")),
                splitFile,
                new CocoData.Sentences(sentencesPerImage, seed));
    }
}
