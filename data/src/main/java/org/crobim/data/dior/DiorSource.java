package org.crobim.data.dior;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.crobim.core.error.InputException;
import org.crobim.core.geometry.Box;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.AnnotatedSource;
import org.crobim.data.annotated.ImageBounds;
import org.crobim.data.annotated.ImageLookup;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.annotated.Refusal;
import org.crobim.data.annotated.RefusalLog;
import org.crobim.language.CategoryMention;
import org.crobim.language.ObjectCategory;

/**
 * DIOR or DIOR-R annotations and, where they are there, their images.
 *
 * <p>All annotations are read when the source is opened, one after the other (an archive can only be read in order); what is
 * kept of them is small: 192,518 boxes.
 */
public final class DiorSource implements AnnotatedSource {
    private static final int UPRIGHT_NUMBERS = 4;
    private static final String XML = ".xml";

    /** Of DIOR's images, in pixels. */
    private static final int SIDE = 800;

    private static final String WHERE_FROM =
            "Download DIOR's annotations (horizontal or oriented bounding boxes) and give their folder or their tar.xz.";

    private final Path images;
    private final Path origin;
    private final Map<String, DiorAnnotation> annotations = new HashMap<>();
    /** Kept until the scene is asked for: one damaged file is no reason to refuse all others. */
    private final Map<String, InputException> damaged = new HashMap<>();

    private List<String> ids = List.of();

    private DiorSource(Path images, Path origin) {
        this.images = images;
        this.origin = origin;
    }

    /**
     * Reads all annotations.
     *
     * @param images folder of the images; looked into only when a scene is asked for, and not needed for counting
     * @param annotations a folder of XML files, or a {@code .tar.xz} with such files anywhere inside
     * @throws InputException if it is missing or cut off, or holds no annotation; a single damaged file is an error of its scene
     */
    public static DiorSource open(Path images, Path annotations) {
        DiorSource source = new DiorSource(images, annotations);
        if (Files.isDirectory(annotations)) {
            source.readFolder();
        } else if (Files.isRegularFile(annotations)) {
            source.readArchive();
        } else {
            throw new InputException("%s does not exist. %s".formatted(annotations, WHERE_FROM));
        }
        source.finish();
        return source;
    }

    private void finish() {
        Map<String, Object> all = new HashMap<>(annotations);
        all.putAll(damaged);
        if (all.isEmpty()) {
            throw new InputException("%s holds no annotation NNNNN.xml. %s".formatted(origin, WHERE_FROM));
        }
        ids = ImageLookup.sortedIds(all);
    }

    private void readFolder() {
        ImageLookup.byStem(origin, XML).forEach((id, file) -> {
            try (InputStream xml = new BufferedInputStream(Files.newInputStream(file))) {
                read(id, xml, file.toString());
            } catch (IOException e) {
                throw new InputException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
            }
        });
    }

    private void readArchive() {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(origin));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (entry.isFile() && name.toLowerCase(Locale.ROOT).endsWith(XML)) {
                    byte[] xml = tar.readAllBytes();
                    String id = name.substring(0, name.length() - XML.length());
                    read(id, new ByteArrayInputStream(xml), origin + "!" + entry.getName());
                }
            }
        } catch (IOException e) {
            throw new InputException(
                    "%s is no whole tar.xz archive: %s. Download it again.".formatted(origin, e.getMessage()), e);
        }
    }

    private void read(String id, InputStream xml, String name) {
        try {
            annotations.put(id, DiorAnnotation.read(xml, name));
        } catch (InputException e) {
            damaged.put(id, e);
        }
    }

    /** Number of boxes in all annotations, whether usable or not. */
    public int boxCount() {
        return annotations.values().stream()
                .mapToInt(annotation -> annotation.boxes().size())
                .sum();
    }

    /** How many annotations state another size than that of DIOR's images, 800 x 800. */
    public int otherSizes() {
        return (int) annotations.values().stream()
                .filter(annotation -> annotation.width() != SIDE || annotation.height() != SIDE)
                .count();
    }

    @Override
    public String name() {
        return "dior";
    }

    @Override
    public String licence() {
        return "DIOR: images and annotations for academic purposes only (CC BY-NC 4.0)";
    }

    @Override
    public List<String> sceneIds() {
        return ids;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The image file is named but not opened: annotations can be counted without images.
     *
     * @throws InputException if the annotation of this scene is damaged
     */
    @Override
    public AnnotatedScene scene(String id, RefusalLog refusals) {
        InputException damage = damaged.get(id);
        if (damage != null) {
            throw new InputException(String.valueOf(damage.getMessage()), damage);
        }
        DiorAnnotation annotation = annotations.get(id);
        if (annotation == null) {
            throw new IllegalArgumentException(
                    "Scene %s is none of the %d scenes of this source".formatted(id, ids.size()));
        }
        Path file = origin.resolve(id + XML);
        List<AnnotatedObject> objects = new ArrayList<>();
        for (DiorAnnotation.Box box : annotation.boxes()) {
            object(box, objects.size(), file, refusals).ifPresent(objects::add);
        }
        return new AnnotatedScene(
                id,
                images.resolve(annotation.fileName()),
                annotation.width(),
                annotation.height(),
                OptionalDouble.empty(),
                new ImageBounds(annotation.width(), annotation.height()).inside(file, objects, refusals));
    }

    private static Optional<AnnotatedObject> object(DiorAnnotation.Box box, int id, Path file, RefusalLog refusals) {
        Optional<ObjectCategory> category = CategoryMention.named(box.name());
        if (category.isEmpty()) {
            refusals.refuse(new Refusal(file, box.line(), "\"%s\"".formatted(box.name()), "the class is unknown"));
            return Optional.empty();
        }
        double[] c = box.corners();
        if (!Arrays.stream(c).allMatch(Double::isFinite)) {
            refusals.refuse(new Refusal(file, box.line(), "\"%s\"".formatted(box.name()), "a corner is not finite"));
            return Optional.empty();
        }
        if (c.length == UPRIGHT_NUMBERS && !(c[2] > c[0] && c[3] > c[1])) {
            refusals.refuse(new Refusal(file, box.line(), "\"%s\"".formatted(box.name()), "the box has no area"));
            return Optional.empty();
        }
        ObjectShape shape = c.length == UPRIGHT_NUMBERS
                ? new ObjectShape.UprightBox(new Box(c[0], c[1], c[2], c[3]))
                : new ObjectShape.OrientedBox(c);
        if (!(shape.box().area() > 0)) {
            refusals.refuse(new Refusal(file, box.line(), "\"%s\"".formatted(box.name()), "the box has no area"));
            return Optional.empty();
        }
        return Optional.of(new AnnotatedObject(id, category.get(), box.name(), shape, box.difficult()));
    }
}
