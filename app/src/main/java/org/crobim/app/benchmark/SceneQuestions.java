package org.crobim.app.benchmark;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crobim.data.render.RenderedObject;
import org.crobim.data.render.RenderedScene;
import org.crobim.language.ObjectCategory;

/** Questions about a drawn scene that one object answers: extremes and sizes of classes with at least two objects, all visible whole. */
final class SceneQuestions {
    /** Fewer pixels can hardly be seen. */
    private static final long LEAST_AREA_PIXELS = 64;

    /** The smallest and the largest must differ so much that outlines need not be exact. */
    private static final double CLEAR_RATIO = 1.5;

    private SceneQuestions() {}

    /** Sentences with the numbers of their objects. */
    static Map<String, Integer> of(RenderedScene scene) {
        Map<String, Integer> questions = new LinkedHashMap<>();
        Map<ObjectCategory, List<RenderedObject>> classes = scene.objects().stream()
                .collect(Collectors.groupingBy(RenderedObject::category, LinkedHashMap::new, Collectors.toList()));
        classes.forEach((category, objects) -> {
            if (objects.size() > 1 && objects.stream().allMatch(SceneQuestions::isClear)) {
                add(questions, category.canonicalName(), objects);
            }
        });
        return questions;
    }

    private static boolean isClear(RenderedObject object) {
        return object.patch().area() >= LEAST_AREA_PIXELS && object.visibleFraction() >= 1;
    }

    private static void add(Map<String, Integer> questions, String name, List<RenderedObject> objects) {
        Comparator<RenderedObject> byX =
                Comparator.comparingDouble(object -> object.box().centreX());
        Comparator<RenderedObject> byY =
                Comparator.comparingDouble(object -> object.box().centreY());
        questions.put("the left-most " + name, first(objects, byX));
        questions.put("the right-most " + name, first(objects, byX.reversed()));
        questions.put("the topmost " + name, first(objects, byY));
        List<RenderedObject> bySize = objects.stream()
                .sorted(Comparator.comparingLong(object -> -object.patch().area()))
                .toList();
        if (bySize.get(0).patch().area() >= CLEAR_RATIO * bySize.get(1).patch().area()) {
            questions.put("the largest " + name, bySize.get(0).id());
        }
    }

    private static int first(List<RenderedObject> objects, Comparator<RenderedObject> order) {
        return objects.stream().min(order).orElseThrow().id();
    }
}
