package org.crobim.language.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.crobim.core.geometry.Box;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.crobim.language.attribute.Appearance;
import org.crobim.language.attribute.ColourName;
import org.crobim.language.attribute.Form;

/** Patches of 512 pixels like those of overhead data sets: a few classes, several objects of each, with colours and forms. */
final class BenchmarkScenes {
    private static final int SIDE = 512;

    private BenchmarkScenes() {}

    static SceneLayout next(RandomGenerator random) {
        List<SceneObject> objects = new ArrayList<>();
        int classes = 1 + random.nextInt(4);
        for (int k = 0; k < classes; k++) {
            ObjectCategory category = any(ObjectCategory.values(), random);
            int count = 1 + random.nextInt(6);
            double usual = 20 + random.nextInt(80);
            for (int i = 0; i < count; i++) {
                add(category, usual * (0.6 + 0.8 * random.nextDouble()), objects, random);
            }
        }
        return new SceneLayout(SIDE, SIDE, objects);
    }

    private static void add(ObjectCategory category, double length, List<SceneObject> objects, RandomGenerator random) {
        double elongation = 1 + 3 * random.nextDouble() * random.nextDouble();
        double degrees = 180 * random.nextDouble();
        double width = length / elongation;
        double cosine = Math.abs(Math.cos(Math.toRadians(degrees)));
        double sine = Math.abs(Math.sin(Math.toRadians(degrees)));
        double x = SIDE * random.nextDouble();
        double y = SIDE * random.nextDouble();
        double halfX = (length * cosine + width * sine) / 2;
        double halfY = (length * sine + width * cosine) / 2;
        Box whole = new Box(x - halfX, y - halfY, x + halfX, y + halfY);
        Box seen = whole.intersection(new Box(0, 0, SIDE, SIDE));
        boolean free = objects.stream()
                .allMatch(other -> other.box().intersection(seen).area() == 0);
        if (free && seen.area() > 0) {
            double visible = seen.area() / whole.area();
            objects.add(new SceneObject(objects.size(), category, seen, 0.9 * visible * length * width, visible)
                    .withAppearance(appearance(elongation, degrees, random)));
        }
    }

    private static Appearance appearance(double elongation, double degrees, RandomGenerator random) {
        Map<ColourName, Double> shares = new HashMap<>();
        shares.merge(any(ColourName.values(), random), 0.7, Double::sum);
        shares.merge(any(ColourName.values(), random), 0.3, Double::sum);
        boolean round = elongation < 1.2;
        Form form = new Form(
                elongation, degrees, OptionalDouble.of(round ? 0.79 : 0.95), OptionalDouble.of(round ? 0.95 : 0.5));
        return new Appearance(shares, Optional.of(form));
    }

    private static <T> T any(T[] values, RandomGenerator random) {
        return values[random.nextInt(values.length)];
    }
}
