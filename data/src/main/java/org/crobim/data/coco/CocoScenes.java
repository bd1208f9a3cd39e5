package org.crobim.data.coco;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crobim.core.error.InputException;
import org.crobim.core.geometry.Box;
import org.crobim.core.mask.Mask;
import org.crobim.core.mask.RunLength;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.AnnotatedSource;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.annotated.Refusal;
import org.crobim.data.annotated.RefusalLog;
import org.crobim.data.augment.Rings;

/**
 * COCO instances as annotated scenes, outlined, run-length encoded or, in files without segmentations, boxed; scenes are named by their image files.
 *
 * <p>All annotations are read when the file is opened, one after the other; vertices and run lengths are kept, masks are not.
 */
public final class CocoScenes implements AnnotatedSource {
    private final Path source;
    private final Path images;
    private final Map<String, CocoImage> byName = new LinkedHashMap<>();
    private final Map<String, List<CocoAnnotation>> annotations = new HashMap<>();

    private CocoScenes(Path source, Path images) {
        this.source = source;
        this.images = images;
    }

    /**
     * Reads a file.
     *
     * @param images folder of the image files; looked into only when a scene is asked for
     * @param json the instances
     * @throws InputException if the file is missing, is no COCO instances file, or the folder does not exist
     */
    public static CocoScenes open(Path images, Path json) {
        CocoScenes scenes = new CocoScenes(json, images);
        CocoFile file = CocoFile.open(json, CocoFile.Segmentations.ALL);
        file.images().forEach(image -> scenes.byName.put(image.fileName(), image));
        file.annotations(annotation -> scenes.annotations
                .computeIfAbsent(annotation.origin().imageName(), name -> new ArrayList<>())
                .add(annotation));
        if (!Files.isDirectory(images)) {
            throw new InputException(
                    "Image folder %s does not exist. Download the images that %s was made for and give their folder."
                            .formatted(images, json));
        }
        return scenes;
    }

    @Override
    public String name() {
        return "coco";
    }

    @Override
    public String licence() {
        return "that of the source images and annotations; a COCO file of unknown origin tells none";
    }

    @Override
    public List<String> sceneIds() {
        return List.copyOf(byName.keySet());
    }

    @Override
    public AnnotatedScene scene(String id, RefusalLog refusals) {
        CocoImage image = byName.get(id);
        if (image == null) {
            throw new IllegalArgumentException("Scene \"%s\" is not among the %d images".formatted(id, byName.size()));
        }
        List<AnnotatedObject> objects = new ArrayList<>();
        for (CocoAnnotation annotation : annotations.getOrDefault(id, List.of())) {
            object(annotation, objects.size(), refusals).ifPresent(objects::add);
        }
        return new AnnotatedScene(
                id, images.resolve(id), image.width(), image.height(), OptionalDouble.empty(), objects);
    }

    private Optional<AnnotatedObject> object(CocoAnnotation annotation, int id, RefusalLog refusals) {
        if (annotation instanceof CocoAnnotation.Outlined outlined) {
            List<double[]> rings =
                    outlined.rings().stream().map(Rings::aroundPixels).toList();
            ObjectShape shape = new ObjectShape.Polygons(rings);
            return shape.box().area() > 0
                    ? Optional.of(labelled(id, outlined.label(), shape))
                    : refuse(annotation.origin(), "the outline has no area", refusals);
        }
        if (annotation instanceof CocoAnnotation.Masked masked) {
            return Optional.of(labelled(id, masked.label(), pixels(masked.runs())));
        }
        if (annotation instanceof CocoAnnotation.Boxed boxed) {
            return Optional.of(labelled(id, boxed.label(), new ObjectShape.UprightBox(boxed.box())));
        }
        return refuse(annotation.origin(), ((CocoAnnotation.Refused) annotation).reason(), refusals);
    }

    private static AnnotatedObject labelled(int id, CocoAnnotation.Label label, ObjectShape shape) {
        return new AnnotatedObject(id, label.category(), label.spelling(), shape, false);
    }

    private Optional<AnnotatedObject> refuse(CocoAnnotation.Origin origin, String reason, RefusalLog refusals) {
        refusals.refuse(new Refusal(source, origin.line(), "annotation " + origin.id(), reason));
        return Optional.empty();
    }

    private static ObjectShape pixels(RunLength runs) {
        Mask whole = runs.decode();
        Box box = whole.boundingBox()
                .orElseThrow(() -> new IllegalStateException("Run lengths without a pixel are refused when read"));
        int left = (int) box.xMin();
        int top = (int) box.yMin();
        int width = (int) box.width();
        byte[] patch = new byte[width * (int) box.height()];
        for (int row = 0; row < (int) box.height(); row++) {
            System.arraycopy(whole.pixels(), (top + row) * whole.width() + left, patch, row * width, width);
        }
        return new ObjectShape.Pixels(left, top, Mask.of(width, (int) box.height(), patch));
    }
}
