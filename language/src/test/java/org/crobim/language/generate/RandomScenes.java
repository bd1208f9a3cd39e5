package org.crobim.language.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.crobim.core.geometry.Box;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;

/** Scenes with objects of a few classes strewn at random, some of them cut by the frame. */
final class RandomScenes {
    private static final int SIDE = 256;
    private static final List<ObjectCategory> CLASSES = List.copyOf(
                    GeneratorOptions.standard().annotated())
            .stream()
            .sorted()
            .toList();

    private RandomScenes() {}

    static SceneLayout next(RandomGenerator random) {
        return next(1 + random.nextInt(15), random);
    }

    static SceneLayout next(int count, RandomGenerator random) {
        int classes = 1 + random.nextInt(4);
        int first = random.nextInt(CLASSES.size());
        List<SceneObject> objects = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            double width = 4 + random.nextInt(50);
            double height = 4 + random.nextInt(50);
            Box whole = boxAround(random.nextDouble() * SIDE, random.nextDouble() * SIDE, width, height);
            Box seen = whole.intersection(new Box(0, 0, SIDE, SIDE));
            if (seen.area() > 0) {
                ObjectCategory category = CLASSES.get((first + random.nextInt(classes)) % CLASSES.size());
                objects.add(new SceneObject(id, category, seen, 0.8 * seen.area(), seen.area() / whole.area()));
            }
        }
        return new SceneLayout(SIDE, SIDE, objects);
    }

    private static Box boxAround(double x, double y, double width, double height) {
        return new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }
}
