package org.crobim.predict.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crobim.geo.blend.BlendedProbability;
import org.crobim.geo.blend.ThresholdMask;
import org.crobim.geo.blend.TileScratch;
import org.crobim.geo.instance.Instance;
import org.crobim.geo.instance.InstanceMap;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.mask.ProbabilityRaster;
import org.crobim.geo.tile.TilePlan;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneObject;
import org.crobim.language.claim.Description;
import org.crobim.predict.query.WhereDecision;

/** From probabilities to the objects that each sentence means. Instances of a phrase are found once for all sentences. */
final class SceneDecision {
    private final SceneOptions options;
    private final TilePlan plan;
    private final Map<TileScratch, InstanceMap> found = new HashMap<>();

    SceneDecision(SceneOptions options, TilePlan plan) {
        this.options = options;
        this.plan = plan;
    }

    SceneAnswer decide(SceneTask task) {
        return switch (task.reading()) {
            case SPLIT -> split(task);
            case OVERVIEW -> overview(task);
            case DIRECT, TILES -> everything(task);
        };
    }

    private SceneAnswer split(SceneTask task) {
        Description target = task.query().description().orElseThrow();
        Map<String, List<SceneObject>> objects = new LinkedHashMap<>();
        int firstId = 0;
        for (Map.Entry<String, TileScratch> phrase : task.scratches().entrySet()) {
            List<Instance> instances = instances(phrase.getValue()).instances();
            objects.put(phrase.getKey(), objects(instances, target.category(), firstId));
            firstId += instances.size();
        }
        WhereDecision decision = WhereDecision.of(task.query(), objects, plan.sceneWidth(), plan.sceneHeight());
        TileScratch scratch = target(task);
        InstanceMap map = instances(scratch);
        // The target's phrase comes first, so its objects have the numbers of its instances.
        Set<Integer> ids = decision.objects().stream().map(SceneObject::id).collect(Collectors.toUnmodifiableSet());
        List<Instance> meant = map.instances().stream()
                .filter(instance -> ids.contains(instance.id()))
                .toList();
        return new SceneAnswer(
                task.query().text(),
                task.reading(),
                List.copyOf(task.scratches().keySet()),
                presence(scratch),
                meant,
                decision.candidates(),
                map.only(ids),
                scratch.blended(),
                decision.notes());
    }

    /** Objects for the expression engine; the class is that of the target, since phrases keep anchors apart. */
    private static List<SceneObject> objects(List<Instance> instances, ObjectCategory category, int firstId) {
        return instances.stream()
                .map(instance ->
                        new SceneObject(firstId + instance.id(), category, instance.box(), instance.areaPixels(), 1))
                .toList();
    }

    private SceneAnswer overview(SceneTask task) {
        OverviewPass.Region region = task.region().orElseThrow();
        TileScratch scratch = target(task);
        MaskRaster within = new RegionMask(new ThresholdMask(scratch.blended(), options.threshold()), region);
        InstanceMap map = InstanceMap.of(within, scratch.blended(), options.leastAreaPixels());
        List<String> notes = new ArrayList<>();
        notes.add(
                "The sentence was not split into what and where (%s): the network read it on the whole frame, shrunk, and looked closer where it pointed to."
                        .formatted(task.query().obstacle().orElse("as asked")));
        return answer(task, map, region.presence(), notes);
    }

    private SceneAnswer everything(SceneTask task) {
        TileScratch scratch = target(task);
        List<String> notes = new ArrayList<>();
        if (task.reading() == SceneReading.TILES && task.query().dependsOnFrame()) {
            notes.add(
                    "The sentence says where an object lies or how it compares with others, and every tile was judged by itself: use --frame scene.");
        }
        return answer(task, instances(scratch), presence(scratch), notes);
    }

    private static SceneAnswer answer(SceneTask task, InstanceMap map, double presence, List<String> notes) {
        return new SceneAnswer(
                task.query().text(),
                task.reading(),
                List.copyOf(task.scratches().keySet()),
                presence,
                map.instances(),
                map.instances().size(),
                map.all(),
                target(task).blended(),
                notes);
    }

    private static TileScratch target(SceneTask task) {
        return task.scratches().values().iterator().next();
    }

    private InstanceMap instances(TileScratch scratch) {
        return found.computeIfAbsent(scratch, phrase -> {
            ProbabilityRaster scores = phrase.blended();
            BlendedProbability rows = phrase.blended();
            return InstanceMap.of(new ThresholdMask(rows, options.threshold()), scores, options.leastAreaPixels());
        });
    }

    private double presence(TileScratch scratch) {
        return IntStream.range(0, plan.count())
                .mapToDouble(tile -> scratch.presence(tile).orElse(0))
                .max()
                .orElse(0);
    }
}
