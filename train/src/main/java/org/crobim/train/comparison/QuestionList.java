package org.crobim.train.comparison;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crobim.core.error.InputException;
import org.crobim.data.ImageSplit;
import org.crobim.data.ReferringDataset;
import org.crobim.data.coco.CocoInstances;
import org.crobim.data.coco.CocoReferringDataset;
import org.crobim.data.published.PublishedDataset;
import org.crobim.data.render.RenderedReferringDataset;
import org.crobim.data.render.SceneSpec;
import org.crobim.language.generate.ExpressionGenerator;
import org.crobim.language.generate.GeneratorOptions;
import org.crobim.train.config.DataFormat;
import org.crobim.train.config.binding.ComponentException;
import org.crobim.train.config.binding.Default;
import org.crobim.train.config.binding.Range;
import org.crobim.train.config.binding.RecordWriter;

/**
 * A fixed list of sentences about images. The same values give the same list as {@code crobim evaluate}.
 *
 * @param format layout of the data set, or rendered
 * @param root folder of the data set; needed unless rendered
 * @param split part of it: train, val or test
 * @param splitFile names the images of each split; needed for coco
 * @param sentencesPerImage most sentences about one image, for coco and rendered, 1..64
 * @param seed of the sentences, and of rendered scenes
 * @param scenes images, for rendered
 * @param sidePixels of rendered scenes
 */
public record QuestionList(
        DataFormat format,
        Optional<Path> root,
        @Default("test") String split,
        Optional<Path> splitFile,
        @Default("4") int sentencesPerImage,
        @Default("1") long seed,
        @Default("200") int scenes,
        @Default("256") int sidePixels) {
    /** Checks ranges and that the format has the files it needs. */
    public QuestionList {
        Range.between("sentencesPerImage", sentencesPerImage, 1, 64);
        Range.atLeast("scenes", scenes, 1);
        Range.between("sidePixels", sidePixels, 64, 4096);
        if (format == DataFormat.MIXTURE) {
            throw new ComponentException("format", "is mixture; judge each part of a mixture by itself");
        }
        if (format != DataFormat.RENDERED && root.isEmpty()) {
            throw new ComponentException("root", "is missing: the folder of the data set");
        }
        if (format == DataFormat.COCO && splitFile.isEmpty()) {
            throw new ComponentException("splitFile", "is missing, format coco needs it");
        }
    }

    /**
     * Opens the list.
     *
     * @throws InputException if files are missing or damaged, or there is no such split
     */
    public ReferringDataset open() {
        return switch (format) {
            case RENDERED -> rendered();
            case COCO -> outlined();
            case RISBENCH -> PublishedDataset.RISBENCH.open(root.orElseThrow(), split);
            case RRSISD -> PublishedDataset.RRSISD.open(root.orElseThrow(), split);
            case REFSEGRS -> PublishedDataset.REFSEGRS.open(root.orElseThrow(), split);
            case MIXTURE -> throw new IllegalStateException("a mixture is refused at birth");
        };
    }

    /** All values in words, to tell two lists apart. */
    public String text() {
        return RecordWriter.yaml(this);
    }

    private ReferringDataset rendered() {
        RenderedReferringDataset.Plan plan =
                new RenderedReferringDataset.Plan("rendered scenes", scenes, sentencesPerImage, seed);
        return RenderedReferringDataset.create(
                plan, SceneSpec.square(sidePixels), new ExpressionGenerator(GeneratorOptions.standard()));
    }

    private ReferringDataset outlined() {
        Path folder = root.orElseThrow();
        CocoInstances instances = CocoInstances.read(folder.resolve("instances.json"));
        List<String> names = ImageSplit.read(splitFile.orElseThrow()).names(part());
        CocoReferringDataset.Plan plan =
                new CocoReferringDataset.Plan("%s %s".formatted(folder.getFileName(), split), sentencesPerImage, seed);
        return CocoReferringDataset.create(
                plan,
                instances.named(names),
                folder.resolve("images"),
                new ExpressionGenerator(GeneratorOptions.standard()));
    }

    private ImageSplit.Part part() {
        return Arrays.stream(ImageSplit.Part.values())
                .filter(part -> part.label().equals(split))
                .findFirst()
                .orElseThrow(() -> new InputException("split is \"%s\", expected train, val or test".formatted(split)));
    }
}
