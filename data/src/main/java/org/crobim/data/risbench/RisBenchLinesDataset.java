package org.crobim.data.risbench;

import java.nio.file.Path;
import java.util.ArrayList;
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
import org.crobim.data.json.EncodedMask;
import org.crobim.data.json.JsonEntry;
import org.crobim.data.json.JsonTextLines;
import org.crobim.data.listing.ListedFiles;
import org.crobim.data.listing.SampleIds;
import org.crobim.language.CategoryMention;

/**
 * RISBench as it is passed on in JSON lines: an image, a sentence and a mask in COCO run lengths on each line.
 *
 * <p>The key names differ between copies; {@code image, image_path, file_name}, {@code sentence, phrase, expression, text} and
 * {@code mask, segmentation, rle} are known (our reading, no copy states them).
 */
public final class RisBenchLinesDataset implements ReferringDataset {
    private static final List<String> IMAGE_KEYS = List.of("image", "image_path", "file_name");
    private static final List<String> SENTENCE_KEYS = List.of("sentence", "phrase", "expression", "text");
    private static final List<String> MASK_KEYS = List.of("mask", "segmentation", "rle");

    private final String name;
    private final Map<String, Line> lines;
    private final List<ReferringSample> samples;

    private RisBenchLinesDataset(String name, Map<String, Line> lines) {
        this.name = name;
        this.lines = lines;
        this.samples = lines.values().stream().map(Line::sample).toList();
    }

    private record Line(ReferringSample sample, Path image, EncodedMask mask) {}

    private record Record(String fileName, String sentence, EncodedMask mask) {}

    /**
     * Reads a file of lines and checks that its images are there.
     *
     * @param jsonLines one sample a line
     * @param images folder of the images; of a path in the file only the file name counts
     * @throws InputException if files are missing, or a line is damaged, with its number
     */
    public static RisBenchLinesDataset open(Path jsonLines, Path images) {
        Map<String, List<Record>> byImage = new LinkedHashMap<>();
        JsonTextLines.read(jsonLines, entry -> {
            Record read = record(entry);
            byImage.computeIfAbsent(read.fileName(), key -> new ArrayList<>()).add(read);
        });
        if (byImage.isEmpty()) {
            throw new InputException("%s holds no line".formatted(jsonLines));
        }
        new ListedFiles(images, "images", "RISBench").require(byImage.keySet());
        SampleIds ids = new SampleIds();
        Map<String, Line> lines = byImage.values().stream()
                .flatMap(List::stream)
                .map(read -> line(ids, images, read))
                .collect(Collectors.toMap(
                        line -> line.sample().id(), line -> line, (first, second) -> first, LinkedHashMap::new));
        return new RisBenchLinesDataset(
                "risbench %s".formatted(SampleIds.stem(jsonLines.getFileName().toString())), lines);
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
        return ImageFiles.read(line(sample).image());
    }

    /**
     * {@inheritDoc}
     *
     * @throws InputException if mask and image differ in size
     */
    @Override
    public Mask readMask(ReferringSample sample) {
        Line line = line(sample);
        ImageSize size = ImageSize.of(line.image());
        if (!size.equals(new ImageSize(line.mask().width(), line.mask().height()))) {
            throw new InputException("%s has %s pixels, its mask %d x %d: both must have one size. Download both again."
                    .formatted(
                            line.image(), size, line.mask().width(), line.mask().height()));
        }
        return line.mask().decode();
    }

    /** Ids of the samples without any pixel; some are published so. */
    public List<String> emptyTruths() {
        return lines.values().stream()
                .filter(line -> line.mask().isEmpty())
                .map(line -> line.sample().id())
                .toList();
    }

    private Line line(ReferringSample sample) {
        Line line = lines.get(sample.id());
        if (line == null) {
            throw new IllegalArgumentException("Sample \"%s\" is not part of data set \"%s\" (%d samples)"
                    .formatted(sample.id(), name, samples.size()));
        }
        return line;
    }

    private static Record record(JsonEntry entry) {
        String path = entry.text(presentKey(entry, IMAGE_KEYS));
        String fileName = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return new Record(
                fileName,
                entry.text(presentKey(entry, SENTENCE_KEYS)),
                EncodedMask.read(entry, presentKey(entry, MASK_KEYS)));
    }

    private static String presentKey(JsonEntry entry, List<String> keys) {
        return keys.stream()
                .filter(entry.node()::has)
                .findFirst()
                .orElseThrow(() -> entry.error("has none of %s".formatted(keys)));
    }

    private static Line line(SampleIds ids, Path images, Record read) {
        String id = ids.next(SampleIds.stem(read.fileName()));
        ReferringSample sample = CategoryMention.find(read.sentence())
                .map(category -> ReferringSample.ofText(id, read.fileName(), read.sentence(), category))
                .orElseGet(() -> ReferringSample.ofText(id, read.fileName(), read.sentence()));
        return new Line(sample, images.resolve(read.fileName()), read.mask());
    }
}
