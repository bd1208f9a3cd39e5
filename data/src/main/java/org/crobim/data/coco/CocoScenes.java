package org.crobim.data.coco;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.AnnotatedSource;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.annotated.RefusalLog;
import org.crobim.data.augment.Rings;

/** COCO instances as annotated scenes; scenes are named by their image files. */
public final class CocoScenes implements AnnotatedSource {
    private final Path images;
    private final Map<String, CocoImage> byName = new LinkedHashMap<>();

    /** The scenes of a file whose images lie in a folder. */
    public CocoScenes(CocoInstances instances, Path images) {
        this.images = images;
        instances.images().forEach(image -> byName.put(image.fileName(), image));
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
        for (CocoObject object : image.objects()) {
            List<double[]> rings =
                    object.rings().stream().map(Rings::aroundPixels).toList();
            objects.add(new AnnotatedObject(
                    objects.size(),
                    object.category(),
                    object.category().canonicalName(),
                    new ObjectShape.Polygons(rings),
                    false));
        }
        return new AnnotatedScene(
                id, images.resolve(id), image.width(), image.height(), OptionalDouble.empty(), objects);
    }
}
