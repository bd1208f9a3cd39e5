package org.crobim.model.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PixelCoordinatesTest {
    private final NativeScope scope = NativeScope.withoutGradients();

    @AfterEach
    void release() {
        scope.close();
    }

    @Test
    void coordinatesNameTheCentresOfPixels() {
        Tensor like = Tensors.zeros(1);
        assertThat(Tensors.toFloats(PixelCoordinates.of(1, 2, like)))
                .containsExactly(
                        new float[] {
                            0.25f, 0.5f, 0.75f, 0.5f, -0.5f, 0, 0.5f, 1, //
                            0.75f, 0.5f, 0.25f, 0.5f, 0.5f, 0, 0.5f, 1
                        },
                        within(1e-6f));
    }

    @Test
    void noTwoPlacesShareASineCode() {
        float[] codes = Tensors.toFloats(PixelCoordinates.sines(7, 9, 16, Tensors.zeros(1)));
        Set<String> distinct = new HashSet<>();
        for (int place = 0; place < 63; place++) {
            distinct.add(Arrays.toString(Arrays.copyOfRange(codes, place * 16, place * 16 + 16)));
        }
        assertThat(distinct).hasSize(63);
    }
}
