package org.crobim.data.build;

import java.nio.file.Path;
import java.util.Optional;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.mask.MaskSource;
import org.crobim.data.mask.MaskSourceProvider;

/**
 * Where the masks of a data set come from, by name, since builds are told apart by it.
 *
 * @param name "shape" for what is annotated, or that of a {@link MaskSourceProvider}
 * @param models folder with the files that the source needs, absolute; empty where it needs none
 */
public record MaskChoice(String name, Optional<Path> models) {
    /** The annotated shapes themselves. */
    public static final MaskChoice SHAPE = new MaskChoice("shape", Optional.empty());

    /** Makes the path absolute. */
    public MaskChoice {
        models = models.map(folder -> folder.toAbsolutePath().normalize());
    }

    /**
     * Opens the source.
     *
     * @throws org.crobim.core.error.UsageException if there is none of that name, or it needs files and none were named
     */
    public MaskSource open() {
        return isShape() ? new ShapeMasks() : MaskSourceProvider.open(name, models);
    }

    /** How the mask of an object is made, as it stands in {@code samples.jsonl}: a source by name, a shape by its kind. */
    String origin(ObjectShape shape) {
        if (!isShape()) {
            return name;
        } else if (shape instanceof ObjectShape.Polygons) {
            return "outline";
        } else if (shape instanceof ObjectShape.Pixels) {
            return "pixels";
        }
        return shape instanceof ObjectShape.OrientedBox ? "oriented box" : "box";
    }

    private boolean isShape() {
        return name.equals(SHAPE.name);
    }
}
