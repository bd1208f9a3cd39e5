package org.crobim.core.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MaskTest {
    @Test
    void theAreaCountsEveryPixelWhateverTheSize() {
        SplittableRandom random = new SplittableRandom(4);
        for (int width = 1; width < 40; width++) {
            byte[] pixels = new byte[width];
            int set = 0;
            for (int x = 0; x < width; x++) {
                pixels[x] = (byte) random.nextInt(-2, 2);
                set += pixels[x] == 0 ? 0 : 1;
            }
            assertThat(Mask.of(width, 1, pixels).area()).isEqualTo(set);
        }
    }
}
