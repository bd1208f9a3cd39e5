package org.crobim.geo.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.tile.TilePlan;
import org.crobim.geo.tile.TileSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileScratchTest {
    private static final TilePlan PLAN = TilePlan.covering(50, 40, new TileSize(20, 6));
    private static final String QUESTION = "a ship in a scene";

    @TempDir
    Path folder;

    @Test
    void tilesThatAgreeGiveTheirProbabilityEverywhere() {
        try (TileScratch scratch = TileScratch.open(folder, PLAN, QUESTION)) {
            for (int tile = 0; tile < PLAN.count(); tile++) {
                scratch.put(tile, 1, constant(0.75f));
            }

            for (float[] row : rows(scratch)) {
                for (float value : row) {
                    assertThat(value).isCloseTo(0.75f, offset(0.003f));
                }
            }
        }
    }

    @Test
    void betweenTwoTilesTheProbabilityRunsEvenlyFromOneToTheOther() {
        TilePlan pair = TilePlan.covering(34, 20, new TileSize(20, 6));
        try (TileScratch scratch = TileScratch.open(folder, pair, QUESTION)) {
            scratch.put(0, 1, constant(1));
            scratch.put(1, 1, constant(0));
            float[] row = new float[34];
            scratch.blended().readRow(10, row);

            assertThat(row[13]).isEqualTo(1);
            assertThat(row[14]).isCloseTo(11 / 12f, offset(1e-6f));
            assertThat(row[17]).isCloseTo(5 / 12f, offset(1e-6f));
            assertThat(row[20]).isZero();
        }
    }

    @Test
    void aTileThatAbstainsLeavesTheWordToItsNeighbour() {
        TilePlan pair = TilePlan.covering(34, 20, new TileSize(20, 6));
        try (TileScratch scratch = TileScratch.open(folder, pair, QUESTION)) {
            scratch.put(0, 0.9, constant(1));
            byte[] abstained = new byte[400];
            Arrays.fill(abstained, ProbabilityCode.ABSTAINED);
            scratch.put(1, 0.1, abstained);
            float[] row = new float[34];
            scratch.blended().readRow(0, row);

            assertThat(Arrays.copyOf(row, 20)).containsOnly(1);
            assertThat(Arrays.copyOfRange(row, 20, 34)).containsOnly(0);
        }
    }

    @Test
    void pixelsWithoutDataAreNoNumbers() {
        try (TileScratch scratch = TileScratch.open(folder, PLAN, QUESTION)) {
            scratch.putBlank(0);
            scratch.putEmpty(PLAN.count() - 1, 0.2);
            float[] row = new float[50];
            scratch.blended().readRow(0, row);
            assertThat(row[0]).isNaN();
            scratch.blended().readRow(39, row);
            assertThat(row[49]).isZero();
            assertThat(scratch.presence(0)).isEmpty();
            assertThat(scratch.presence(PLAN.count() - 1)).hasValue(0.2);
        }
    }

    @Test
    void aStoppedRunGoesOnToTheSameProbabilities() throws IOException {
        Path whole = folder.resolve("whole");
        Path halves = folder.resolve("halves");
        float[][] expected;
        try (TileScratch scratch = TileScratch.open(whole, PLAN, QUESTION)) {
            fill(scratch, PLAN.count());
            expected = rows(scratch);
        }
        try (TileScratch scratch = TileScratch.open(halves, PLAN, QUESTION)) {
            fill(scratch, 5);
        }
        // As a process leaves its files that is killed in the middle of a block, and of a line.
        Files.write(halves.resolve("tiles.bin"), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        Files.writeString(halves.resolve("journal.txt"), "5 stored 0.9 5 1a2", StandardOpenOption.APPEND);

        try (TileScratch scratch = TileScratch.open(halves, PLAN, QUESTION)) {
            assertThat(scratch.done()).isEqualTo(5);
            fill(scratch, PLAN.count());

            assertThat(Arrays.deepEquals(rows(scratch), expected)).isTrue();
        }
    }

    @Test
    void aDamagedBlockIsAskedForAgain() throws IOException {
        try (TileScratch scratch = TileScratch.open(folder, PLAN, QUESTION)) {
            fill(scratch, 4);
        }
        byte[] blocks = Files.readAllBytes(folder.resolve("tiles.bin"));
        blocks[2 * 400 + 7] ^= 1;
        Files.write(folder.resolve("tiles.bin"), blocks);

        try (TileScratch scratch = TileScratch.open(folder, PLAN, QUESTION)) {
            assertThat(scratch.done()).isEqualTo(3);
            assertThat(scratch.isDone(2)).isFalse();
        }
    }

    @Test
    void anotherQuestionStartsAfresh() {
        try (TileScratch scratch = TileScratch.open(folder, PLAN, QUESTION)) {
            fill(scratch, 4);
        }
        try (TileScratch scratch = TileScratch.open(folder, PLAN, "a bridge in a scene")) {
            assertThat(scratch.done()).isZero();
        }
    }

    @Test
    void nothingIsLeftWhenTheFilesAreDeleted() {
        Path own = folder.resolve("own");
        TileScratch scratch = TileScratch.open(own, PLAN, QUESTION);
        fill(scratch, 3);
        scratch.delete();

        assertThat(own).doesNotExist();
    }

    private static void fill(TileScratch scratch, int tiles) {
        for (int tile = 0; tile < tiles; tile++) {
            if (!scratch.isDone(tile)) {
                scratch.put(tile, 1, noise(tile));
            }
        }
    }

    private static byte[] noise(int tile) {
        PixelWindow window = PLAN.window(tile);
        byte[] codes = new byte[window.width() * window.height()];
        new SplittableRandom(tile).nextBytes(codes);
        return codes;
    }

    private static byte[] constant(float probability) {
        byte[] codes = new byte[400];
        Arrays.fill(codes, ProbabilityCode.of(probability));
        return codes;
    }

    private static float[][] rows(TileScratch scratch) {
        BlendedProbability blended = scratch.blended();
        float[][] rows = new float[blended.height()][blended.width()];
        for (int y = 0; y < rows.length; y++) {
            blended.readRow(y, rows[y]);
        }
        return rows;
    }
}
