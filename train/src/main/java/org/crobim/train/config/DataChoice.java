package org.crobim.train.config;

import java.nio.file.Path;
import java.util.Optional;
import org.crobim.train.config.binding.ComponentException;
import org.crobim.train.config.binding.Default;
import org.crobim.train.config.binding.Range;
import org.crobim.train.config.binding.RecordReader;
import org.crobim.train.config.binding.RecordWriter;

/**
 * What the network is shown. Relative paths start at {@code root} where it is given, else at the working directory.
 *
 * @param format where images come from
 * @param root folder of the data set; needed for risbench, rrsisd and refsegrs
 * @param images folder of the images; needed for coco and mixture
 * @param annotations COCO JSON file; needed for coco and mixture
 * @param split file that names the images of each split; needed for coco and mixture
 * @param renderedShare share of procedural scenes in a mixture, 0..1; other formats ignore it
 * @param questionsPerImage sentences asked about one image in one step, 1..64
 * @param negativeShare share of sentences that match nothing, 0..1
 * @param contrastShare share of sentences that name another object of the class of the sentence before, 0..1
 * @param plainShare share of images whose generated sentences have one wording for each meaning ("the leftmost ship"), 0..1;
 *     short plain sentences teach a fresh network faster what the words mean
 * @param longSidePixels images are kept in memory with their longer side scaled down to this, 32..16384
 * @param everySentence whether each sentence of a published data set is an image of its own, so that an epoch asks every sentence
 *     once, as in the published recipes; otherwise an epoch shows every image once
 * @param augmentation how far images may depart from the files
 */
public record DataChoice(
        @Default("rendered") DataFormat format,
        Optional<Path> root,
        Optional<Path> images,
        Optional<Path> annotations,
        Optional<Path> split,
        @Default("0.5") double renderedShare,
        @Default("2") int questionsPerImage,
        @Default("0.2") double negativeShare,
        @Default("0.6") double contrastShare,
        @Default("0.0") double plainShare,
        @Default("704") int longSidePixels,
        @Default("false") boolean everySentence,
        @Default("{}") AugmentationChoice augmentation) {
    /** Checks ranges and that the format has the files it needs. */
    public DataChoice {
        Range.share("renderedShare", renderedShare);
        Range.between("questionsPerImage", questionsPerImage, 1, 64);
        Range.share("negativeShare", negativeShare);
        Range.share("contrastShare", contrastShare);
        Range.share("plainShare", plainShare);
        Range.between("longSidePixels", longSidePixels, 32, 16_384);
        switch (format) {
            case RISBENCH, RRSISD, REFSEGRS -> requireGiven("root", root, format);
            case COCO, MIXTURE -> {
                requireGiven("images", images, format);
                requireGiven("annotations", annotations, format);
                requireGiven("split", split, format);
            }
            case RENDERED -> {
                // Needs no files.
            }
        }
    }

    /** Procedural scenes with every other default. */
    public static DataChoice defaults() {
        return RecordReader.defaults(DataChoice.class);
    }

    /** A path of this choice, seen from the working directory. */
    public Path resolve(Path path) {
        return root.map(folder -> folder.resolve(path)).orElse(path);
    }

    private static void requireGiven(String component, Optional<Path> path, DataFormat format) {
        if (path.isEmpty()) {
            throw new ComponentException(
                    component, "is missing, format %s needs it".formatted(RecordWriter.nameOf(format)));
        }
    }
}
