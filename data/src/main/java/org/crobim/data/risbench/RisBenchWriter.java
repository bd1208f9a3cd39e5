package org.crobim.data.risbench;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.crobim.core.error.InputException;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.file.AtomicFile;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.progress.Progress;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;

/**
 * Writes a data set in the layout of RISBench, one copy of the image for each sentence as published:
 * {@code <split>_<image number>_<sentence number>.png}.
 *
 * <p>Files gather in a hidden folder and move into place when all are written; the phrase list comes last, so a list
 * without its images is never seen.
 */
public final class RisBenchWriter {
    private final RisBenchFolder target;
    private final RisBenchFolder gathering;
    private final String split;
    private final List<String> fileNames = new ArrayList<>();
    private final StringBuilder phrases = new StringBuilder();

    private RisBenchWriter(Path root, String split) {
        this.target = new RisBenchFolder(root);
        this.gathering = new RisBenchFolder(root.resolve(".%s.part".formatted(split)));
        this.split = split;
    }

    /**
     * Writes all samples of a data set as one split; other splits in the folder stay.
     *
     * @param dataset read once, image by image
     * @param root created when missing
     * @param split name of the split, for example "train"; letters, digits and hyphens
     * @param progress is told about every sentence
     * @return number of sentences written
     * @throws UsageException if the split is there already, or its name cannot be part of a file name
     * @throws OutputException if the folder cannot be written
     */
    public static int write(ReferringDataset dataset, Path root, String split, Progress progress) {
        if (!split.matches("[A-Za-z0-9-]+")) {
            throw new UsageException("Split \"%s\" must consist of letters, digits and hyphens".formatted(split));
        }
        RisBenchWriter writer = new RisBenchWriter(root, split);
        AtomicFile.requireWritableTarget(writer.target.phrases(split), false);
        try {
            writer.writeAll(dataset, progress);
        } catch (IOException e) {
            throw new OutputException(
                    "Split %s cannot be written into %s: %s".formatted(split, root, e.getMessage()), e);
        }
        return writer.fileNames.size();
    }

    private void writeAll(ReferringDataset dataset, Progress progress) throws IOException {
        Files.createDirectories(target.images());
        Files.createDirectories(target.masks());
        createGatheringFolder();
        try {
            gather(dataset, progress);
            moveIntoPlace();
        } finally {
            deleteGatheringFolder();
        }
    }

    private void createGatheringFolder() throws IOException {
        try {
            Files.createDirectory(gathering.root());
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(
                    "%s exists: another writer is at work, or one was interrupted. Delete the folder if none is running."
                            .formatted(gathering.root()),
                    e);
        }
        Files.createDirectory(gathering.images());
        Files.createDirectory(gathering.masks());
    }

    private void deleteGatheringFolder() throws IOException {
        try (Stream<Path> inside = Files.walk(gathering.root())) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void gather(ReferringDataset dataset, Progress progress) throws IOException {
        progress.start("sentences", dataset.samples().size());
        String imageId = "";
        byte[] image = {};
        int imageNumber = -1;
        int sentenceNumber = 0;
        for (ReferringSample sample : dataset.samples()) {
            if (imageNumber < 0 || !sample.imageId().equals(imageId)) {
                imageId = sample.imageId();
                image = ImageFiles.encodePng(dataset.readImage(sample));
                imageNumber++;
                sentenceNumber = 0;
            }
            String fileName = "%s_%d_%d.png".formatted(split, imageNumber, sentenceNumber++);
            Files.write(gathering.images().resolve(fileName), image);
            Files.write(gathering.masks().resolve(fileName), ImageFiles.encodePng(dataset.readMask(sample)));
            fileNames.add(fileName);
            phrases.append(fileName).append(' ').append(oneLine(sample)).append('\n');
            progress.step(1);
        }
    }

    private static String oneLine(ReferringSample sample) {
        String text = sample.text().strip();
        if (text.isEmpty() || text.lines().count() > 1) {
            throw new InputException("Sample \"%s\": the sentence \"%s\" must be one line that is not empty"
                    .formatted(sample.id(), sample.text()));
        }
        return text;
    }

    private void moveIntoPlace() throws IOException {
        for (String fileName : fileNames) {
            requireFree(target.images().resolve(fileName));
            requireFree(target.masks().resolve(fileName));
        }
        for (String fileName : fileNames) {
            move(gathering.images(), target.images(), fileName);
            move(gathering.masks(), target.masks(), fileName);
        }
        AtomicFile.writeString(target.phrases(split), false, phrases.toString());
    }

    private static void requireFree(Path file) {
        if (Files.exists(file)) {
            throw new UsageException("%s exists already. Write into another folder.".formatted(file));
        }
    }

    private static void move(Path from, Path to, String fileName) throws IOException {
        Files.move(from.resolve(fileName), to.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
    }
}
