package org.crobim.data.rrsisd;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crobim.core.error.InputException;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.crobim.data.refer.ReferDataset;
import org.crobim.data.refer.ReferLayout;
import org.crobim.data.refer.SentenceField;
import org.crobim.data.refer.SizeMismatch;

/**
 * One split of RRSIS-D. Sample ids are the numbers of DIOR ("00001").
 *
 * <p>Some images have 800 x 801 or 800 x 787 pixels where all masks have 800 x 800: such a mask is resized to its image.
 */
public final class RrsisdDataset implements ReferringDataset {
    private static final String NAME = "RRSIS-D";

    /** The largest difference known is 13 pixels; beyond this, image and mask do not belong together. */
    private static final int TOLERATED_PIXELS = 16;

    private final ReferDataset dataset;

    private RrsisdDataset(ReferDataset dataset) {
        this.dataset = dataset;
    }

    /**
     * Opens a split, with whole sentences also from the overwritten copy.
     *
     * @param root holds {@code rrsisd/refs(unc).p}, {@code rrsisd/instances.json} and {@code images/rrsisd/JPEGImages}
     * @param split train, val or test
     * @throws InputException if files are missing, with what to download and where it must lie, or damaged
     */
    public static RrsisdDataset open(Path root, String split) {
        return open(root, split, SentenceField.WHOLE);
    }

    /** Opens a split and says which text of a sentence is read. */
    public static RrsisdDataset open(Path root, String split, SentenceField field) {
        Path annotations = root.resolve("rrsisd");
        Path images = root.resolve("images").resolve("rrsisd").resolve("JPEGImages");
        if (!Files.isDirectory(annotations) || !Files.isDirectory(images)) {
            throw new InputException(
                    ("%s is no RRSIS-D folder: %s/ is missing. Download RRSIS-D (annotations and the DIOR images"
                                    + " JPEGImages) and unpack it so that refs(unc).p and instances.json lie in %s and NNNNN.jpg in %s.")
                            .formatted(
                                    root, Files.isDirectory(annotations) ? images : annotations, annotations, images));
        }
        ReferLayout layout = new ReferLayout(
                NAME,
                annotations.resolve("refs(unc).p"),
                annotations.resolve("instances.json"),
                images,
                TOLERATED_PIXELS);
        return new RrsisdDataset(ReferDataset.open(layout, split, field));
    }

    @Override
    public String name() {
        return dataset.name();
    }

    @Override
    public List<ReferringSample> samples() {
        return dataset.samples();
    }

    /** Where the image of a sample lies. */
    public Path imageFile(ReferringSample sample) {
        return dataset.imageFile(sample);
    }

    @Override
    public RgbImage readImage(ReferringSample sample) {
        return dataset.readImage(sample);
    }

    @Override
    public Mask readMask(ReferringSample sample) {
        return dataset.readMask(sample);
    }

    /** Samples whose image and mask differ in size (14 in all splits); reads the header of every image. */
    public List<SizeMismatch> sizeMismatches() {
        return dataset.sizeMismatches();
    }

    /** Ids of the samples without any pixel (3 in all splits). */
    public List<String> emptyTruths() {
        return dataset.emptyTruths();
    }
}
