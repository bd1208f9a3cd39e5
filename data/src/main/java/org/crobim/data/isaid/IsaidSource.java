package org.crobim.data.isaid;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.crobim.core.error.InputException;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.AnnotatedSource;
import org.crobim.data.annotated.ImageLookup;
import org.crobim.data.annotated.RefusalLog;

/**
 * A folder of iSAID's instance pictures and the folder of DOTA's images.
 *
 * <p>iSAID's instances are not one to one with DOTA's boxes (P0003 has 59 instances and 55 boxes); nothing is joined here.
 */
public final class IsaidSource implements AnnotatedSource {
    private static final String NUMBERS = "_instance_id_rgb.png";
    private static final String COLOURS = "_instance_color_RGB.png";

    private final ImageLookup images;
    private final Path folder;
    private final Map<String, Path> numbers;
    private final List<String> ids;

    private IsaidSource(ImageLookup images, Path folder, Map<String, Path> numbers) {
        this.images = images;
        this.folder = folder;
        this.numbers = numbers;
        this.ids = ImageLookup.sortedIds(numbers);
    }

    /**
     * Lists the pictures; none is read yet.
     *
     * @param images folder with {@code Pxxxx.png}
     * @param instances folder with {@code Pxxxx_instance_id_RGB.png} and {@code Pxxxx_instance_color_RGB.png}
     * @throws InputException if a folder is missing or holds none
     */
    public static IsaidSource open(Path images, Path instances) {
        if (!Files.isDirectory(instances)) {
            throw new InputException("Folder %s does not exist. Download iSAID's Instance_masks and give their folder."
                    .formatted(instances));
        }
        Map<String, Path> numbers = ImageLookup.byStem(instances, NUMBERS);
        if (numbers.isEmpty()) {
            throw new InputException(
                    "%s holds no Pxxxx_instance_id_RGB.png. Download iSAID's Instance_masks and give their folder."
                            .formatted(instances));
        }
        return new IsaidSource(new ImageLookup(images, "DOTA"), instances, numbers);
    }

    @Override
    public String name() {
        return "isaid";
    }

    @Override
    public String licence() {
        return "iSAID on DOTA images: for academic purposes only, no commercial use";
    }

    @Override
    public List<String> sceneIds() {
        return ids;
    }

    @Override
    public AnnotatedScene scene(String id, RefusalLog refusals) {
        Path pictures = numbers.get(id);
        if (pictures == null) {
            throw new IllegalArgumentException(
                    "Scene %s is none of the %d scenes of this source".formatted(id, ids.size()));
        }
        Path colours = folder.resolve(id + COLOURS);
        if (!Files.isRegularFile(colours)) {
            throw new InputException("%s is missing beside %s. Download iSAID's Instance_masks whole."
                    .formatted(colours, pictures.getFileName()));
        }
        IsaidInstances read = IsaidInstances.read(pictures, colours, refusals);
        return new AnnotatedScene(
                id, images.file(id), read.width(), read.height(), OptionalDouble.empty(), read.objects());
    }
}
