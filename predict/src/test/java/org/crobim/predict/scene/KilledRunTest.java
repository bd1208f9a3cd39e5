package org.crobim.predict.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.crobim.core.progress.Progress;
import org.crobim.predict.TargetLogits;
import org.crobim.predict.scene.SceneSegmenter.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of a scene leaves what the next one needs. */
class KilledRunTest {
    private static final String SENTENCE = "the largest ship";
    private static final int LINES_BEFORE_THE_KILL = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void aKilledRunIsContinuedToAnIdenticalResult() throws IOException, InterruptedException {
        Path killed = folder.resolve("killed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowRun.class.getName(),
                        killed.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        waitForJournal(killed, process);
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        TruthTiles rest = scene().truth();

        try (SceneRun expected = run(scene().truth(), folder.resolve("whole"));
                SceneRun resumed = run(rest, killed)) {
            assertThat(rest.seen()).hasSizeBetween(1, 36 - LINES_BEFORE_THE_KILL + 1);
            SceneAnswer one = expected.answers().get(0);
            SceneAnswer other = resumed.answers().get(0);
            assertThat(other.instances()).isEqualTo(one.instances());
            float[] first = new float[LaidOutScene.SIDE];
            float[] second = new float[LaidOutScene.SIDE];
            for (int y = 0; y < LaidOutScene.SIDE; y++) {
                one.probability().readRow(y, first);
                other.probability().readRow(y, second);
                assertThat(Arrays.equals(first, second)).isTrue();
            }
        }
    }

    private static void waitForJournal(Path work, Process process) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (journalLines(work) < LINES_BEFORE_THE_KILL) {
            assertThat(System.nanoTime()).as("waited for the other process").isLessThan(end);
            assertThat(process.isAlive()).as("the other process runs").isTrue();
            Thread.sleep(20);
        }
    }

    private static long journalLines(Path work) throws IOException {
        if (!Files.isDirectory(work)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(work)) {
            return files.filter(file -> file.endsWith("journal.txt"))
                    .mapToLong(KilledRunTest::lines)
                    .sum();
        }
    }

    private static long lines(Path file) {
        try {
            return Files.readString(file).lines().count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LaidOutScene scene() {
        return new LaidOutScene().with("ship", 30, 300, 40, 20).with("ship", 180, 380, 120, 60);
    }

    private static SceneRun run(TileSegmenter network, Path work) {
        SceneOptions options = new SceneOptions(SceneFrame.SCENE, LaidOutScene.TILES, SceneOptions.WINNER, 1, 0);
        return new SceneSegmenter(network, options)
                .answer(new Request(scene().raster(), "killed", List.of(SENTENCE)), work, Progress.silent());
    }

    /** The process that is killed. */
    static final class SlowRun {
        private static final int MILLISECONDS_A_TILE = 100;

        private SlowRun() {}

        public static void main(String[] arguments) {
            TruthTiles truth = scene().truth();
            run(new SlowTiles(truth), Path.of(arguments[0])).close();
        }

        /** The truth, slowly. */
        private record SlowTiles(TruthTiles truth) implements TileSegmenter {
            @Override
            public int inputSidePixels() {
                return truth.inputSidePixels();
            }

            @Override
            public double presenceThreshold() {
                return truth.presenceThreshold();
            }

            @Override
            public String identity() {
                return truth.identity();
            }

            @Override
            public boolean encodesImageOnce() {
                return truth.encodesImageOnce();
            }

            @Override
            public List<TargetLogits> locate(SceneTile tile, List<String> phrases) {
                try {
                    Thread.sleep(MILLISECONDS_A_TILE);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return truth.locate(tile, phrases);
            }
        }
    }
}
