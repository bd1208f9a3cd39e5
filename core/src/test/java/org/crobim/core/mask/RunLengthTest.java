package org.crobim.core.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RunLengthTest {
    @Test
    void runsGoDownTheColumnsAndBeginWithUnsetPixels() {
        Mask mask = Mask.of(3, 2, new byte[] {
            1, 0, 1,
            1, 0, 0
        });

        assertThat(RunLength.encode(mask).counts()).containsExactly(0, 2, 2, 1, 1);
    }

    @Test
    void theCompressedStringHoldsDifferencesFromTheFourthRunOn() {
        // 6 -> '6'; 1 -> '1'; 40 = 8 + 32 -> 'X1'; 4 - 1 = 3 -> '3'; 49 - 40 = 9 -> '9'
        RunLength runs = RunLength.of(10, 10, new int[] {6, 1, 40, 4, 49});

        assertThat(runs.toCompressedString()).isEqualTo("61X139");
        assertThat(RunLength.fromCompressedString(10, 10, "61X139")).isEqualTo(runs);
    }

    @Test
    void anEmptyAndAFullMaskAreOneAndTwoRuns() {
        assertThat(RunLength.encode(Mask.empty(4, 3)).counts()).containsExactly(12);
        assertThat(RunLength.encode(Mask.of(1, 2, new byte[] {1, 1})).counts()).containsExactly(0, 2);
    }

    @Test
    void runsThatDoNotFitTheSizeAreRefused() {
        assertThatThrownBy(() -> RunLength.of(3, 2, new int[] {5})).hasMessageContaining("add up to 5, expected 6");
        assertThatThrownBy(() -> RunLength.of(3, 2, new int[] {7, -1})).hasMessageContaining("-1");
        assertThatThrownBy(() -> RunLength.fromCompressedString(3, 2, "P")).hasMessageContaining("inside a number");
        assertThatThrownBy(() -> RunLength.fromCompressedString(3, 2, " ")).hasMessageContaining("Character 0");
    }

    @Property(tries = 300)
    void everyMaskComesBackFromCountsAndFromTheString(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll @IntRange(min = 1, max = 60) int height,
            @ForAll @IntRange(min = 1, max = 200) int meanRun) {
        Mask mask = randomMask(new Random(seed), width, height, meanRun);
        RunLength runs = RunLength.encode(mask);

        assertThat(runs.decode()).isEqualTo(mask);
        assertThat(RunLength.of(width, height, runs.counts())).isEqualTo(runs);
        assertThat(RunLength.fromCompressedString(width, height, runs.toCompressedString()))
                .isEqualTo(runs);
    }

    private static Mask randomMask(Random random, int width, int height, int meanRun) {
        byte[] pixels = new byte[width * height];
        byte value = 0;
        for (int i = 0; i < pixels.length; i++) {
            value ^= (byte) (random.nextInt(meanRun) == 0 ? 1 : 0);
            pixels[i] = value;
        }
        return Mask.of(width, height, pixels);
    }
}
