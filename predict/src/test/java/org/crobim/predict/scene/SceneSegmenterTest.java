package org.crobim.predict.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.crobim.core.error.UsageException;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.core.progress.Progress;
import org.crobim.geo.instance.Instance;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.raster.ImageRaster;
import org.crobim.geo.raster.ScenePatch;
import org.crobim.geo.tile.TileSize;
import org.crobim.predict.scene.SceneSegmenter.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneSegmenterTest {
    private static final Box LEFT_SHIP = new Box(30, 300, 70, 320);
    private static final Box BIG_SHIP = new Box(180, 380, 300, 440);
    private static final Box UPPER_RIGHT_SHIP = new Box(500, 60, 540, 75);
    private static final Box SHIP_AT_BRIDGE = new Box(380, 330, 410, 345);

    @TempDir
    Path folder;

    @Test
    void theLeftMostIsTheLeftMostOfTheWholeScene() {
        assertThat(boxes("the left-most ship")).containsExactly(LEFT_SHIP);
    }

    @Test
    void theLargestIsMeasuredAcrossTheBordersOfTiles() {
        assertThat(boxes("the largest ship")).containsExactly(BIG_SHIP);
    }

    @Test
    void theUpperRightIsThatOfTheScene() {
        assertThat(boxes("the ship in the upper right")).containsExactly(UPPER_RIGHT_SHIP);
    }

    @Test
    void theNearestToTheBridgeIsFoundAlsoWhenTheBridgeLiesOnAnotherTile() {
        assertThat(boxes("the ship nearest to the bridge")).containsExactly(SHIP_AT_BRIDGE);
    }

    @Test
    void aRelationIsDecidedAfterAnExtreme() {
        assertThat(boxes("the smallest ship to the left of the bridge")).containsExactly(SHIP_AT_BRIDGE);
    }

    @Test
    void aMereClassMeansAllOfIt() {
        assertThat(boxes("ship")).containsExactlyInAnyOrder(LEFT_SHIP, BIG_SHIP, UPPER_RIGHT_SHIP, SHIP_AT_BRIDGE);
    }

    @Test
    void anAttributeIsTheNetworksToJudge() {
        LaidOutScene scene = harbour().with("white ship", 180, 380, 120, 60);

        assertThat(boxes(scene, "the left-most white ship")).containsExactly(BIG_SHIP);
    }

    @Test
    void theMaskHoldsTheObjectAloneAndWhole() {
        try (SceneRun run = answer(harbour().truth(), SceneFrame.SCENE, "the largest ship")) {
            SceneAnswer answer = run.answers().get(0);

            assertThat(answer.reading()).isEqualTo(SceneReading.SPLIT);
            assertThat(answer.candidates()).isEqualTo(4);
            assertThat(answer.areaPixels()).isEqualTo(120 * 60);
            assertThat(area(answer.mask())).isEqualTo(120 * 60);
            byte[] row = new byte[LaidOutScene.SIDE];
            answer.mask().readRow(400, row);
            assertThat(row[179]).isZero();
            assertThat(row[180]).isEqualTo((byte) 1);
            assertThat(row[299]).isEqualTo((byte) 1);
            assertThat(row[300]).isZero();
        }
    }

    @Test
    void aPlaceThatNobodyLiesInIsTakenMoreLoosely() {
        LaidOutScene scene = new LaidOutScene().with("ship", 350, 250, 40, 20).with("ship", 20, 20, 40, 20);
        try (SceneRun run = answer(scene.truth(), SceneFrame.SCENE, "the ship in the upper right")) {
            SceneAnswer answer = run.answers().get(0);

            assertThat(answer.instances()).extracting(Instance::box).containsExactly(new Box(350, 250, 390, 270));
            assertThat(answer.notes()).singleElement().asString().contains("quarter");
        }
    }

    @Test
    void nothingMatchesWithoutTheObjectThatTheSentenceRefersTo() {
        try (SceneRun run = answer(harbour().truth(), SceneFrame.SCENE, "the ship left of the stadium")) {
            SceneAnswer answer = run.answers().get(0);

            assertThat(answer.present()).isFalse();
            assertThat(area(answer.mask())).isZero();
            assertThat(answer.notes()).singleElement().asString().contains("stadium");
        }
    }

    @Test
    void everyTileIsShownOnceForAllSentences() {
        TruthTiles truth = harbour().truth();
        try (SceneRun run = answer(
                truth, SceneFrame.SCENE, "the left-most ship", "the largest ship", "the ship nearest to the bridge")) {
            assertThat(run.answers()).hasSize(3);
            assertThat(truth.seen()).hasSize(36);
            assertThat(new HashSet<>(truth.seen())).hasSize(36);
            assertThat(truth.asked()).hasSize(72).containsOnly("ship", "bridge");
        }
    }

    @Test
    void aSentenceThatIsNotUnderstoodIsReadOnTheWholeFrameAndSaysSo() {
        String odd = "the ship that the harbour master forgot";
        LaidOutScene scene = harbour().with(odd, 180, 380, 120, 60);
        TruthTiles truth = scene.truth();
        try (SceneRun run = answer(truth, SceneFrame.SCENE, odd)) {
            SceneAnswer answer = run.answers().get(0);

            assertThat(answer.reading()).isEqualTo(SceneReading.OVERVIEW);
            assertThat(answer.notes()).singleElement().asString().contains("forgot", "whole frame");
            assertThat(truth.seen().get(0).width()).isEqualTo(LaidOutScene.SIDE);
            assertThat(truth.seen()).hasSizeLessThan(12);
            assertThat(answer.instances()).extracting(Instance::box).containsExactly(BIG_SHIP);
        }
    }

    @Test
    void tilesByThemselvesWarnWhenTheSentenceNeedsAFrame() {
        String extreme = "the left-most ship";
        LaidOutScene scene = harbour().with(extreme, 30, 300, 40, 20);
        try (SceneRun run = answer(scene.truth(), SceneFrame.TILE, extreme, "ship")) {
            assertThat(run.answers().get(0).notes()).singleElement().asString().contains("--frame scene");
            assertThat(run.answers().get(1).notes()).isEmpty();
            assertThat(run.answers().get(1).instances()).hasSize(4);
        }
    }

    @Test
    void aSmallFrameIsShownAtOnceWithTheWholeSentence() {
        String sentence = "the left-most ship";
        TruthTiles truth = new LaidOutScene().with(sentence, 30, 300, 40, 20).truth();
        SceneOptions options = new SceneOptions(SceneFrame.SCENE, LaidOutScene.TILES, 0.5, 1, 600);
        try (SceneRun run = new SceneSegmenter(truth, options)
                .answer(request(new LaidOutScene().raster(), sentence), folder, Progress.silent())) {
            assertThat(run.answers().get(0).reading()).isEqualTo(SceneReading.DIRECT);
            assertThat(run.answers().get(0).instances())
                    .extracting(Instance::box)
                    .containsExactly(LEFT_SHIP);
            assertThat(truth.seen()).hasSize(1);
        }
    }

    @Test
    void tilesWithoutDataAreSkipped() {
        byte[] valid = new byte[LaidOutScene.SIDE * LaidOutScene.SIDE];
        Arrays.fill(valid, 0, LaidOutScene.SIDE * 200, (byte) 1);
        ImageRaster half = new ImageRaster(
                new ScenePatch(black(), Mask.of(LaidOutScene.SIDE, LaidOutScene.SIDE, valid)),
                Path.of("half.tif"),
                Optional.empty());
        TruthTiles truth = harbour().truth();
        SceneSegmenter segmenter = new SceneSegmenter(truth, options(SceneFrame.SCENE));
        try (SceneRun run = segmenter.answer(request(half, "ship"), folder, Progress.silent())) {
            assertThat(truth.seen()).hasSize(18);
            assertThat(run.answers().get(0).instances())
                    .extracting(Instance::box)
                    .containsExactly(UPPER_RIGHT_SHIP);
            float[] row = new float[LaidOutScene.SIDE];
            run.answers().get(0).probability().readRow(400, row);
            assertThat(row[0]).isNaN();
        }
    }

    @Test
    void aStoppedRunGoesOnWithTheSameResult() {
        Path whole = folder.resolve("whole");
        Path stopped = folder.resolve("stopped");
        SceneOptions options = options(SceneFrame.SCENE);
        Request request = request(harbour().raster(), "the largest ship", "the ship nearest to the bridge");
        assertThatThrownBy(() -> new SceneSegmenter(harbour().truth().failingAfter(17), options)
                        .answer(request, stopped, Progress.silent()))
                .hasMessageContaining("17 tiles");
        TruthTiles rest = harbour().truth();

        try (SceneRun expected =
                        new SceneSegmenter(harbour().truth(), options).answer(request, whole, Progress.silent());
                SceneRun resumed = new SceneSegmenter(rest, options).answer(request, stopped, Progress.silent())) {
            assertThat(rest.seen()).hasSize(36 - 17);
            for (int k = 0; k < 2; k++) {
                SceneAnswer one = expected.answers().get(k);
                SceneAnswer other = resumed.answers().get(k);
                assertThat(other.instances()).isEqualTo(one.instances());
                assertThat(other.presence()).isEqualTo(one.presence());
                assertThat(rows(other)).isEqualTo(rows(one));
            }
        }
    }

    @Test
    void theTemporaryFilesGoWhenTheRunIsDone() {
        Path work = folder.resolve("work");
        SceneRun run = new SceneSegmenter(harbour().truth(), options(SceneFrame.SCENE))
                .answer(request(harbour().raster(), "ship"), work, Progress.silent());
        run.discard();

        assertThat(work).isEmptyDirectory();
    }

    @Test
    void aBlankExpressionIsAUsageError() {
        assertThatThrownBy(() -> answer(harbour().truth(), SceneFrame.SCENE, " "))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("empty");
    }

    /** Four ships and a bridge; the big ship lies on four tiles. */
    private static LaidOutScene harbour() {
        return new LaidOutScene()
                .with("ship", 30, 300, 40, 20)
                .with("ship", 180, 380, 120, 60)
                .with("ship", 500, 60, 40, 15)
                .with("ship", 380, 330, 30, 15)
                .with("bridge", 420, 280, 150, 24);
    }

    private List<Box> boxes(String expression) {
        return boxes(harbour(), expression);
    }

    private List<Box> boxes(LaidOutScene scene, String expression) {
        try (SceneRun run = answer(scene.truth(), SceneFrame.SCENE, expression)) {
            return run.answers().get(0).instances().stream().map(Instance::box).toList();
        }
    }

    private SceneRun answer(TruthTiles truth, SceneFrame frame, String... expressions) {
        return new SceneSegmenter(truth, options(frame))
                .answer(request(new LaidOutScene().raster(), expressions), folder, Progress.silent());
    }

    private static Request request(ImageRaster scene, String... expressions) {
        return new Request(scene, "laid out", List.of(expressions));
    }

    private static SceneOptions options(SceneFrame frame) {
        TileSize tiles = LaidOutScene.TILES;
        return new SceneOptions(frame, tiles, SceneOptions.WINNER, 1, 0);
    }

    private static RgbImage black() {
        return new RgbImage(LaidOutScene.SIDE, LaidOutScene.SIDE, new byte[3 * LaidOutScene.SIDE * LaidOutScene.SIDE]);
    }

    private static String rows(SceneAnswer answer) {
        StringBuilder text = new StringBuilder();
        float[] probability = new float[answer.probability().width()];
        byte[] mask = new byte[answer.mask().width()];
        for (int y = 0; y < answer.mask().height(); y++) {
            answer.probability().readRow(y, probability);
            answer.mask().readRow(y, mask);
            text.append(Arrays.hashCode(probability))
                    .append(' ')
                    .append(Arrays.hashCode(mask))
                    .append('\n');
        }
        return text.toString();
    }

    private static long area(MaskRaster mask) {
        long area = 0;
        byte[] row = new byte[mask.width()];
        for (int y = 0; y < mask.height(); y++) {
            mask.readRow(y, row);
            for (byte pixel : row) {
                area += pixel;
            }
        }
        return area;
    }
}
