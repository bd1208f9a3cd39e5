package org.crobim.app.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.crobim.core.mask.Mask;
import org.crobim.core.progress.Progress;
import org.crobim.data.render.RenderedScene;
import org.crobim.data.render.SceneRenderer;
import org.crobim.data.render.SceneSpec;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.raster.ImageRaster;
import org.crobim.geo.tile.TileSize;
import org.crobim.geo.vector.PolygonRules;
import org.crobim.geo.vector.Polygonizer;
import org.crobim.language.ObjectCategory;
import org.crobim.predict.scene.SceneAnswer;
import org.crobim.predict.scene.SceneFrame;
import org.crobim.predict.scene.SceneOptions;
import org.crobim.predict.scene.SceneRun;
import org.crobim.predict.scene.SceneSegmenter;
import org.crobim.predict.scene.SceneSegmenter.Request;
import org.crobim.predict.scene.SceneTiming;
import org.crobim.predict.scene.TileSegmenter;

/** Measures a network on drawn scenes of several tiles, where every question has one known answer. */
public final class SceneBenchmark {
    /** Shows objects about as large as in the pictures that the shipped weights were trained on, however large the scene is. */
    private static final double ZOOM = 3;

    private static final double OVERLAP = 0.25;
    private static final double FOUND_IOU = 0.5;
    private static final int MANY = 10;

    private final TileSegmenter network;
    private final int tilesASide;
    private final Path work;

    /**
     * @param tilesASide tiles along each side of a scene, at least 1
     * @param work folder for temporary files
     */
    public SceneBenchmark(TileSegmenter network, int tilesASide, Path work) {
        this.network = network;
        this.tilesASide = tilesASide;
        this.work = work;
    }

    /**
     * How fast scenes are searched; the names of the components are the names of the JSON fields.
     *
     * @param sidePixels of the scene
     * @param tiles of the scene
     * @param tilesPerSecond with one expression: reading, network, blending and vectorising
     * @param networkTilesPerSecond the network alone, on the same tiles in the same run
     * @param share the first over the second, 0..1
     * @param tenOverOne time of ten expressions that need ten phrases over the time of one
     */
    public record Speed(
            int sidePixels,
            int tiles,
            double tilesPerSecond,
            double networkTilesPerSecond,
            double share,
            double tenOverOne) {}

    /**
     * How often the one right object was found; the names of the components are the names of the JSON fields.
     *
     * @param scenes drawn
     * @param questions about them
     * @param split share answered rightly (intersection over union of at least one half) with what and where apart
     * @param direct the same when the network reads the whole sentence on the whole scene, shrunk to its input
     */
    public record Accuracy(int scenes, int questions, double split, double direct) {}

    /** The figures as lines for a terminal. */
    public static List<String> lines(String model, Speed speed, Optional<Accuracy> accuracy) {
        List<String> lines = new ArrayList<>();
        lines.add("%s on a drawn scene of %d x %d pixels, %d tiles"
                .formatted(model, speed.sidePixels(), speed.sidePixels(), speed.tiles()));
        lines.add("tiles a second   %.2f, the network alone %.2f on the same tiles: %.0f %%"
                .formatted(speed.tilesPerSecond(), speed.networkTilesPerSecond(), 100 * speed.share()));
        lines.add("ten expressions  %.2f times the cost of one".formatted(speed.tenOverOne()));
        accuracy.ifPresent(figures -> lines.add(
                "right answers    %.0f %% of %d questions about %d scenes; %.0f %% when the scene is shrunk to one image"
                        .formatted(
                                100 * figures.split(), figures.questions(), figures.scenes(), 100 * figures.direct())));
        return lines;
    }

    /** Measures time; one run before it warms everything up. */
    public Speed speed() {
        RenderedScene scene = render(0);
        List<String> ten = new ArrayList<>();
        for (ObjectCategory category : ObjectCategory.values()) {
            if (ten.size() < MANY) {
                ten.add(category.canonicalName());
            }
        }
        List<String> one = ten.subList(0, 1);
        time(scene, one);
        SceneTiming single = time(scene, one);
        SceneTiming many = time(scene, ten);
        return new Speed(
                scene.image().width(),
                single.tiles(),
                single.tilesPerSecond(),
                single.tiles() / single.networkSeconds(),
                single.networkShare(),
                many.totalSeconds() / single.totalSeconds());
    }

    /** Asks questions with known answers. */
    public Accuracy accuracy(int scenes, Progress progress) {
        int questions = 0;
        int split = 0;
        int direct = 0;
        progress.start("scenes", scenes);
        for (int seed = 0; seed < scenes; seed++) {
            RenderedScene scene = render(seed);
            Map<String, Integer> asked = SceneQuestions.of(scene);
            if (!asked.isEmpty()) {
                questions += asked.size();
                split += right(scene, asked, 0);
                direct += right(scene, asked, scene.image().width());
            }
            progress.step(1);
        }
        progress.close();
        return new Accuracy(scenes, questions, share(split, questions), share(direct, questions));
    }

    private static double share(int right, int questions) {
        return questions == 0 ? 0 : (double) right / questions;
    }

    private RenderedScene render(int seed) {
        TileSize tiles = tiles();
        int side = tiles.sidePixels() + (tilesASide - 1) * (tiles.sidePixels() - tiles.overlapPixels());
        SceneSpec square = SceneSpec.square(side);
        return new SceneRenderer().render(new SceneSpec(side, side, square.themes(), ZOOM), new SplittableRandom(seed));
    }

    private TileSize tiles() {
        return TileSize.of(network.inputSidePixels(), 1, OVERLAP);
    }

    private SceneTiming time(RenderedScene scene, List<String> expressions) {
        try (SceneRun run = run(scene, expressions, 0)) {
            Polygonizer polygonizer = new Polygonizer(PolygonRules.EXACT);
            run.answers().forEach(answer -> polygonizer.polygons(answer.mask()));
            SceneTiming timing = run.timing();
            run.discard();
            return timing;
        }
    }

    private SceneRun run(RenderedScene scene, List<String> expressions, int directSide) {
        SceneOptions options = new SceneOptions(SceneFrame.SCENE, tiles(), SceneOptions.WINNER, 16, directSide);
        ImageRaster raster = ImageRaster.of(scene.image(), Path.of("drawn.png"));
        return new SceneSegmenter(network, options)
                .answer(new Request(raster, "drawn", expressions), work, Progress.silent());
    }

    private int right(RenderedScene scene, Map<String, Integer> asked, int directSide) {
        int right = 0;
        try (SceneRun run = run(scene, List.copyOf(asked.keySet()), directSide)) {
            Map<String, SceneAnswer> answers = new LinkedHashMap<>();
            run.answers().forEach(answer -> answers.put(answer.expression(), answer));
            for (Map.Entry<String, Integer> question : asked.entrySet()) {
                SceneAnswer answer = answers.get(question.getKey());
                if (answer != null && iou(answer.mask(), scene.mask(question.getValue())) >= FOUND_IOU) {
                    right++;
                }
            }
            run.discard();
        }
        return right;
    }

    private static double iou(MaskRaster answer, Mask truth) {
        byte[] row = new byte[answer.width()];
        long common = 0;
        long either = 0;
        for (int y = 0; y < answer.height(); y++) {
            answer.readRow(y, row);
            for (int x = 0; x < row.length; x++) {
                boolean expected = truth.get(x, y);
                common += expected && row[x] != 0 ? 1 : 0;
                either += expected || row[x] != 0 ? 1 : 0;
            }
        }
        return either == 0 ? 0 : (double) common / either;
    }
}
