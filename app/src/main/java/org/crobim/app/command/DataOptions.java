package org.crobim.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.crobim.app.console.ShippedFiles;
import org.crobim.app.evaluation.CocoData;
import org.crobim.app.evaluation.DatasetFormat;
import org.crobim.core.error.InputException;
import org.crobim.core.error.UsageException;
import org.crobim.data.ReferringDataset;
import org.crobim.data.published.PublishedDataset;
import picocli.CommandLine.Option;

/** Which data to evaluate on. */
final class DataOptions {
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

    @Option(
            names = "--split",
            required = true,
            paramLabel = "NAME",
            description = "train, val or test; coco also knows all.")
    private String split;

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
            description = "Decides generated sentences, shuffled sentences and intervals; default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--sentences-per-image",
            defaultValue = "4",
            paramLabel = "N",
            description = "coco: most sentences about one image; default: ${DEFAULT-VALUE}.")
    private int sentencesPerImage;

    /** The seed of everything that is drawn. */
    long seed() {
        return seed;
    }

    /** Opens the data set. */
    ReferringDataset open() {
        if (!Files.isDirectory(root)) {
            throw new InputException("--data %s: no such folder. Name the folder of the data set.".formatted(root));
        }
        return switch (format) {
            case RISBENCH -> open(PublishedDataset.RISBENCH);
            case RRSISD -> open(PublishedDataset.RRSISD);
            case REFSEGRS -> open(PublishedDataset.REFSEGRS);
            case COCO -> openCoco();
        };
    }

    /** What a report tells about the data. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("data", "%s (%s, split %s)".formatted(root, format.name().toLowerCase(Locale.ROOT), split));
        facts.put("seed", String.valueOf(seed));
        return facts;
    }

    private ReferringDataset open(PublishedDataset dataset) {
        if (images.isPresent() || annotations.isPresent() || splitFile.isPresent()) {
            throw new UsageException(("--images, --annotations and --split-file belong to --format coco."
                            + " With --format %s files have fixed names below --data: %s.")
                    .formatted(format.name().toLowerCase(Locale.ROOT), dataset.content()));
        }
        return dataset.open(root, split);
    }

    private ReferringDataset openCoco() {
        return new CocoData(
                        annotations.orElse(root.resolve("instances.json")),
                        images.orElse(root.resolve("images")),
                        splitFile,
                        new CocoData.Sentences(sentencesPerImage, seed))
                .open(split, ShippedFiles.vhr10Split());
    }
}
