package org.crobim.data.coco;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crobim.core.error.InputException;

/** Gathers the outlined objects of a COCO instances file by their images; whatever has no outline is listed as refused. */
final class CocoInstancesReader {
    private final Path source;
    private final Map<String, List<CocoObject>> objects = new HashMap<>();
    private final List<CocoInstances.Refusal> refusals = new ArrayList<>();

    private CocoInstancesReader(Path source) {
        this.source = source;
    }

    /** Reads the whole file. */
    static CocoInstances read(Path json) {
        CocoInstancesReader reader = new CocoInstancesReader(json);
        CocoFile file = CocoFile.open(json, CocoFile.Segmentations.POLYGONS);
        file.annotations(reader::add);
        return reader.finish(file);
    }

    private void add(CocoAnnotation annotation) {
        if (annotation instanceof CocoAnnotation.Outlined outlined) {
            objects.computeIfAbsent(outlined.origin().imageName(), name -> new ArrayList<>())
                    .add(new CocoObject(outlined.label().category(), outlined.rings()));
        } else if (annotation instanceof CocoAnnotation.Refused refused) {
            refusals.add(new CocoInstances.Refusal(refused.origin().id(), refused.reason()));
        } else {
            throw new IllegalStateException("Run lengths and boxes were asked for by nobody: " + annotation.origin());
        }
    }

    private CocoInstances finish(CocoFile file) {
        List<CocoImage> read = file.images().stream()
                .map(image -> new CocoImage(
                        image.fileName(),
                        image.width(),
                        image.height(),
                        objects.getOrDefault(image.fileName(), List.of())))
                .toList();
        CocoInstances instances = new CocoInstances(source, read, refusals);
        if (instances.objectCount() == 0) {
            throw new InputException("%s holds no usable object in %d images. Left out: %s"
                    .formatted(source, read.size(), instances.refusalCounts()));
        }
        return instances;
    }
}
