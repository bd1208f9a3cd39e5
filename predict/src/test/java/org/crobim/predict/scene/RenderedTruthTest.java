package org.crobim.predict.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.crobim.core.mask.Mask;
import org.crobim.core.progress.Progress;
import org.crobim.data.render.RenderedObject;
import org.crobim.data.render.RenderedScene;
import org.crobim.data.render.SceneRenderer;
import org.crobim.data.render.SceneSpec;
import org.crobim.geo.instance.InstanceMap;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.mask.ProbabilityRaster;
import org.crobim.geo.raster.ImageRaster;
import org.crobim.language.ObjectCategory;
import org.crobim.predict.scene.SceneSegmenter.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rendered scenes of six by six tiles, on which the true masks are known: every sentence has one right answer. */
class RenderedTruthTest {
    private static final int SCENES = 12;
    private static final int LEAST_SENTENCES = 30;

    @TempDir
    Path folder;

    @Test
    void extremesAndSizesNameTheOneRightObject() {
        int asked = 0;
        for (int seed = 0; seed < SCENES; seed++) {
            RenderedScene scene =
                    new SceneRenderer().render(SceneSpec.square(LaidOutScene.SIDE), new SplittableRandom(seed));
            Map<ObjectCategory, List<RenderedObject>> classes = scene.objects().stream()
                    .collect(Collectors.groupingBy(
                            RenderedObject::category, LinkedHashMap::new, Collectors.toUnmodifiableList()));
            Map<String, RenderedObject> expected = new LinkedHashMap<>();
            TruthTiles truth = new TruthTiles(LaidOutScene.TILES.sidePixels());
            classes.forEach((category, objects) -> {
                truth.knowing(category.canonicalName(), union(objects));
                if (objects.size() > 1 && areApart(objects)) {
                    expected.putAll(questions(category.canonicalName(), objects));
                }
            });
            asked += expected.size();
            check(scene, truth, expected, folder.resolve("scene-" + seed));
        }
        assertThat(asked).isGreaterThan(LEAST_SENTENCES);
    }

    private static void check(RenderedScene scene, TruthTiles truth, Map<String, RenderedObject> expected, Path work) {
        SceneOptions options = new SceneOptions(SceneFrame.SCENE, LaidOutScene.TILES, SceneOptions.WINNER, 1, 0);
        Request request = new Request(
                ImageRaster.of(scene.image(), Path.of("drawn.png")), "drawn", List.copyOf(expected.keySet()));
        try (SceneRun run = new SceneSegmenter(truth, options).answer(request, work, Progress.silent())) {
            for (SceneAnswer answer : run.answers()) {
                RenderedObject right = Objects.requireNonNull(expected.get(answer.expression()));
                assertThat(answer.instances()).as(answer.expression()).hasSize(1);
                assertThat(mask(answer)).as(answer.expression()).isEqualTo(scene.mask(right.id()));
            }
        }
    }

    private static Map<String, RenderedObject> questions(String name, List<RenderedObject> objects) {
        Map<String, RenderedObject> questions = new LinkedHashMap<>();
        Comparator<RenderedObject> byX =
                Comparator.comparingDouble(object -> object.box().centreX());
        Comparator<RenderedObject> byY =
                Comparator.comparingDouble(object -> object.box().centreY());
        Comparator<RenderedObject> byArea =
                Comparator.comparingLong(object -> object.patch().area());
        putUnique(questions, "the left-most " + name, objects, byX);
        putUnique(questions, "the right-most " + name, objects, byX.reversed());
        putUnique(questions, "the topmost " + name, objects, byY);
        putUnique(questions, "the smallest " + name, objects, byArea);
        putUnique(questions, "the largest " + name, objects, byArea.reversed());
        return questions;
    }

    private static void putUnique(
            Map<String, RenderedObject> questions,
            String sentence,
            List<RenderedObject> objects,
            Comparator<RenderedObject> order) {
        List<RenderedObject> sorted = objects.stream().sorted(order).toList();
        if (order.compare(sorted.get(0), sorted.get(1)) != 0) {
            questions.put(sentence, sorted.get(0));
        }
    }

    /** Whether each object is one part, and no two parts touch: what touches is one instance. */
    private static boolean areApart(List<RenderedObject> objects) {
        for (RenderedObject one : objects) {
            if (parts(one.mask(LaidOutScene.SIDE, LaidOutScene.SIDE)) != 1) {
                return false;
            }
        }
        return parts(union(objects)) == objects.size();
    }

    private static int parts(Mask mask) {
        ProbabilityRaster even = new EvenProbability(mask.width(), mask.height());
        return InstanceMap.of(MaskRaster.of(mask), even, 1).instances().size();
    }

    private static Mask union(List<RenderedObject> objects) {
        byte[] pixels = new byte[LaidOutScene.SIDE * LaidOutScene.SIDE];
        for (RenderedObject object : objects) {
            byte[] own = object.mask(LaidOutScene.SIDE, LaidOutScene.SIDE).pixels();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] |= own[i];
            }
        }
        return Mask.of(LaidOutScene.SIDE, LaidOutScene.SIDE, pixels);
    }

    private static Mask mask(SceneAnswer answer) {
        int width = answer.mask().width();
        byte[] pixels = new byte[width * answer.mask().height()];
        byte[] row = new byte[width];
        for (int y = 0; y < answer.mask().height(); y++) {
            answer.mask().readRow(y, row);
            System.arraycopy(row, 0, pixels, y * width, width);
        }
        return Mask.of(width, answer.mask().height(), pixels);
    }

    /** One probability everywhere. */
    private record EvenProbability(int width, int height) implements ProbabilityRaster {
        @Override
        public void readRow(int y, float[] row) {
            Arrays.fill(row, 1);
        }
    }
}
