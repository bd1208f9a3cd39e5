package org.crobim.data.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.crobim.core.error.InputException;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.AnnotatedSource;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.annotated.RefusalLog;
import org.crobim.language.ObjectCategory;

/** Scenes with rectangles in noise, 700 x 560 pixels; their image files lie in a folder. */
final class DrawnSource implements AnnotatedSource {
    static final int WIDTH = 700;
    static final int HEIGHT = 560;
    private static final List<ObjectCategory> CLASSES =
            List.of(ObjectCategory.SHIP, ObjectCategory.VEHICLE, ObjectCategory.STORAGE_TANK);

    private final Map<String, AnnotatedScene> scenes = new LinkedHashMap<>();

    static DrawnSource of(Path folder, int count) {
        DrawnSource source = new DrawnSource();
        for (int i = 0; i < count; i++) {
            SplittableRandom random = new SplittableRandom(i);
            Path file = folder.resolve("scene%02d.png".formatted(i));
            ImageFiles.writePng(file, noise(random));
            source.add("scene%02d".formatted(i), file, objects(random));
        }
        return source;
    }

    void add(String id, Path image, List<AnnotatedObject> objects) {
        scenes.put(id, new AnnotatedScene(id, image, WIDTH, HEIGHT, OptionalDouble.empty(), objects));
    }

    static AnnotatedObject rectangle(int id, ObjectCategory category, double... leftTopWidthHeight) {
        double left = leftTopWidthHeight[0];
        double top = leftTopWidthHeight[1];
        double right = left + leftTopWidthHeight[2];
        double bottom = top + leftTopWidthHeight[3];
        ObjectShape shape =
                new ObjectShape.Polygons(List.of(new double[] {left, top, right, top, right, bottom, left, bottom}));
        return new AnnotatedObject(id, category, category.canonicalName(), shape, false);
    }

    private static List<AnnotatedObject> objects(SplittableRandom random) {
        List<AnnotatedObject> objects = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            objects.add(rectangle(
                    i,
                    CLASSES.get(random.nextInt(CLASSES.size())),
                    random.nextInt(WIDTH - 60),
                    random.nextInt(HEIGHT - 60),
                    random.nextInt(12, 60),
                    random.nextInt(12, 60)));
        }
        return objects;
    }

    static RgbImage noise(SplittableRandom random) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        random.nextBytes(rgb);
        return new RgbImage(WIDTH, HEIGHT, rgb);
    }

    @Override
    public String name() {
        return "drawn";
    }

    @Override
    public String licence() {
        return "free";
    }

    @Override
    public List<String> sceneIds() {
        return List.copyOf(scenes.keySet());
    }

    @Override
    public AnnotatedScene scene(String id, RefusalLog refusals) {
        AnnotatedScene scene = scenes.get(id);
        if (scene == null) {
            throw new InputException("%s: no such scene".formatted(id));
        }
        return scene;
    }
}
