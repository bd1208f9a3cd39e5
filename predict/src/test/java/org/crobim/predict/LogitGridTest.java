package org.crobim.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.mask.Mask;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.Test;

class LogitGridTest {
    @Test
    void aBoundaryLiesHalfWayBetweenTwoEqualAndOppositeMargins() {
        LogitGrid grid = new LogitGrid(2, 1, new float[] {-1, 1});

        Mask mask = grid.winner(8, 2);

        assertThat(text(mask)).isEqualTo("....####\n....####\n");
    }

    @Test
    void anImageOfOnePixelAsksTheMiddleOfTheGrid() {
        assertThat(new LogitGrid(2, 2, new float[] {-1, -1, -1, 4}).winner(1, 1).area())
                .isEqualTo(1);
        assertThat(new LogitGrid(2, 2, new float[] {-1, -1, -1, 2}).winner(1, 1).area())
                .isZero();
    }

    @Test
    void aTieBelongsToTheBackground() {
        assertThat(new LogitGrid(1, 1, new float[] {0}).winner(3, 3).area()).isZero();
    }

    @Property(tries = 40)
    void theMaskEqualsTheInterpolationOfTheNetwork(
            @ForAll @IntRange(min = 1, max = 9) int gridWidth,
            @ForAll @IntRange(min = 1, max = 9) int gridHeight,
            @ForAll @IntRange(min = 1, max = 41) int width,
            @ForAll @IntRange(min = 1, max = 41) int height,
            @ForAll long seed) {
        float[] margins = new float[gridWidth * gridHeight];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < margins.length; i++) {
            margins[i] = (float) random.nextDouble(-1, 1);
        }

        Mask mask = new LogitGrid(gridWidth, gridHeight, margins).winner(width, height);

        float[] expected = interpolatedByTheEngine(margins, new int[] {gridHeight, gridWidth}, height, width);
        for (int i = 0; i < expected.length; i++) {
            if (Math.abs(expected[i]) > 1e-5) {
                assertThat(mask.pixels()[i] == 1).as("pixel %d", i).isEqualTo(expected[i] > 0);
            }
        }
    }

    @Test
    void aGridRefusesTheWrongNumberOfValues() {
        assertThatThrownBy(() -> new LogitGrid(2, 2, new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 x 2 got 3");
    }

    private static float[] interpolatedByTheEngine(float[] margins, int[] grid, int height, int width) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor tensor = Tensors.floats(margins, 1, grid[0], grid[1], 1);
            return Tensors.toFloats(Ops.resizeBilinear(tensor, height, width));
        }
    }

    private static String text(Mask mask) {
        StringBuilder rows = new StringBuilder();
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                rows.append(mask.get(x, y) ? '#' : '.');
            }
            rows.append('\n');
        }
        return rows.toString();
    }
}
