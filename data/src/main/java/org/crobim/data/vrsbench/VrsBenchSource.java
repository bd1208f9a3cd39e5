package org.crobim.data.vrsbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crobim.core.error.InputException;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.ImageSize;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.AnnotatedSource;
import org.crobim.data.annotated.ObjectShape.OrientedBox;
import org.crobim.data.annotated.Refusal;
import org.crobim.data.annotated.RefusalLog;
import org.crobim.data.augment.Rings;
import org.crobim.data.listing.SampleIds;
import org.crobim.language.CategoryMention;
import org.crobim.language.ObjectCategory;

/**
 * The annotated images of VRSBench, one JSON file an image. Corners are shares of width and height; the size is the one of the image file,
 * or 512 x 512, to which all of VRSBench is cut, where the image is not at hand.
 */
public final class VrsBenchSource implements AnnotatedSource {
    private static final ImageSize PATCH = new ImageSize(512, 512);
    private static final double SMALLEST_AREA_PIXELS = 0.5;

    /** Boxes reach beyond the patch that cut them; farther out the numbers are no shares. */
    private static final double FARTHEST_SHARE = 2;

    private final Path annotations;
    private final Path images;
    private final List<String> ids;

    private VrsBenchSource(Path annotations, Path images, List<String> ids) {
        this.annotations = annotations;
        this.images = images;
        this.ids = ids;
    }

    /**
     * Lists the annotation files of a folder.
     *
     * @param images folder of the images, which are only read when their pixels are asked for
     * @param annotations folder of JSON files, one an image
     * @throws InputException if there is no such file, with what to download
     */
    public static VrsBenchSource open(Path images, Path annotations) {
        if (!Files.isDirectory(annotations)) {
            throw new InputException(missing(annotations));
        }
        try (Stream<Path> files = Files.list(annotations)) {
            List<String> ids = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(SampleIds::stem)
                    .sorted()
                    .toList();
            if (ids.isEmpty()) {
                throw new InputException(missing(annotations));
            }
            return new VrsBenchSource(annotations, images, ids);
        } catch (IOException e) {
            throw new InputException("%s cannot be listed: %s".formatted(annotations, e.getMessage()), e);
        }
    }

    @Override
    public String name() {
        return "vrsbench";
    }

    @Override
    public String licence() {
        return "VRSBench texts: CC-BY-4.0; images from DOTA (academic use only, not commercial) and DIOR (CC-BY-NC-4.0)";
    }

    @Override
    public List<String> sceneIds() {
        return ids;
    }

    @Override
    public AnnotatedScene scene(String id, RefusalLog refusals) {
        VrsBenchImage image = VrsBenchImage.read(file(id));
        Path imageFile = images.resolve(image.fileName());
        ImageSize size = Files.isRegularFile(imageFile) ? ImageSize.of(imageFile) : PATCH;
        List<AnnotatedObject> objects = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (VrsBenchObject object : image.objects()) {
            Optional<ObjectCategory> category = CategoryMention.named(object.sourceClass());
            OrientedBox shape = shape(object, size);
            Optional<String> problem = problem(category, object, shape, size);
            if (problem.isEmpty() && !taken.add(object.id())) {
                problem = Optional.of("the id is taken by another object of the image");
            }
            if (problem.isPresent()) {
                String what = "object %d (%s)".formatted(object.id(), object.sourceClass());
                refusals.refuse(new Refusal(file(id), object.line(), what, problem.get()));
            } else {
                objects.add(
                        new AnnotatedObject(object.id(), category.orElseThrow(), object.sourceClass(), shape, false));
            }
        }
        return new AnnotatedScene(id, imageFile, size.width(), size.height(), OptionalDouble.empty(), objects);
    }

    /**
     * The published sentences about a scene.
     *
     * @param id one of {@link #sceneIds()}
     * @return sentences by object id; objects without one are left out, also those that {@link #scene} refuses are there
     */
    public Map<Integer, String> sentences(String id) {
        Map<Integer, String> sentences = new TreeMap<>();
        for (VrsBenchObject object : VrsBenchImage.read(file(id)).objects()) {
            object.sentence().ifPresent(sentence -> sentences.putIfAbsent(object.id(), sentence));
        }
        return sentences;
    }

    private static OrientedBox shape(VrsBenchObject object, ImageSize size) {
        double[] corners = object.corners();
        for (int i = 0; i < corners.length; i += 2) {
            corners[i] *= size.width();
            corners[i + 1] *= size.height();
        }
        return new OrientedBox(corners);
    }

    private static Optional<String> problem(
            Optional<ObjectCategory> category, VrsBenchObject object, OrientedBox shape, ImageSize size) {
        if (category.isEmpty()) {
            return Optional.of("the class is none of the %d known ones".formatted(ObjectCategory.values().length));
        }
        for (double share : object.corners()) {
            if (Math.abs(share) > FARTHEST_SHARE) {
                return Optional.of("the corners are no shares of width and height");
            }
        }
        Box box = shape.box();
        if (box.xMax() <= 0 || box.yMax() <= 0 || box.xMin() >= size.width() || box.yMin() >= size.height()) {
            return Optional.of("the box lies outside of the image");
        }
        return Rings.area(shape.corners()) < SMALLEST_AREA_PIXELS
                ? Optional.of("the box has no area")
                : Optional.empty();
    }

    private Path file(String id) {
        return annotations.resolve(id + ".json");
    }

    private static String missing(Path annotations) {
        return ("%s holds no annotation of VRSBench. Download Annotations_train.zip or Annotations_val.zip of VRSBench and unpack"
                        + " the JSON files, one an image, into it.")
                .formatted(annotations);
    }
}
