package org.crobim.data.dota;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crobim.core.error.InputException;
import org.crobim.core.image.ImageSize;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.AnnotatedSource;
import org.crobim.data.annotated.ImageBounds;
import org.crobim.data.annotated.ImageLookup;
import org.crobim.data.annotated.RefusalLog;

/** A folder of DOTA label files and the folder of their images. */
public final class DotaSource implements AnnotatedSource {
    private final ImageLookup images;
    private final Map<String, Path> labels;
    private final List<String> ids;

    private DotaSource(ImageLookup images, Map<String, Path> labels) {
        this.images = images;
        this.labels = labels;
        this.ids = ImageLookup.sortedIds(labels);
    }

    /**
     * Lists the labels; no file is read yet.
     *
     * @param images folder with {@code Pxxxx.png}
     * @param labelTxt folder with {@code Pxxxx.txt}
     * @throws InputException if a folder is missing or holds no labels
     */
    public static DotaSource open(Path images, Path labelTxt) {
        if (!Files.isDirectory(labelTxt)) {
            throw new InputException(
                    "Label folder %s does not exist. Download DOTA's labelTxt (oriented boxes) and give its folder."
                            .formatted(labelTxt));
        }
        Map<String, Path> labels = ImageLookup.byStem(labelTxt, ".txt");
        if (labels.isEmpty()) {
            throw new InputException(
                    "%s holds no label file Pxxxx.txt. Download DOTA's labelTxt (oriented boxes) and give its folder."
                            .formatted(labelTxt));
        }
        return new DotaSource(new ImageLookup(images, "DOTA"), labels);
    }

    @Override
    public String name() {
        return "dota";
    }

    @Override
    public String licence() {
        return "DOTA: images and annotations for academic purposes only, no commercial use";
    }

    @Override
    public List<String> sceneIds() {
        return ids;
    }

    @Override
    public AnnotatedScene scene(String id, RefusalLog refusals) {
        Path file = labels.get(id);
        if (file == null) {
            throw new IllegalArgumentException(
                    "Scene %s is none of the %d scenes of this source".formatted(id, ids.size()));
        }
        DotaLabels read = DotaLabels.read(file, refusals);
        Path image = images.file(id);
        ImageSize size = ImageSize.of(image);
        return new AnnotatedScene(
                id,
                image,
                size.width(),
                size.height(),
                read.groundSampleDistanceMetres(),
                new ImageBounds(size.width(), size.height()).inside(file, read.objects(), refusals));
    }
}
