package org.crobim.app.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.crobim.core.geometry.Box;
import org.crobim.core.mask.Mask;
import org.junit.jupiter.api.Test;

class TargetFrameTest {
    @Test
    void onlySmallTargetsAreFramed() {
        assertThat(TargetFrame.scaled(new Box(0, 0, 40, 20), 0.5).isHardToFind(300, 200))
                .isTrue();
        assertThat(TargetFrame.scaled(new Box(0, 0, 60, 20), 0.5).isHardToFind(300, 200))
                .isFalse();
    }

    @Test
    void theFrameKeepsItsDistanceAndEndsWithThePicture() {
        Mask ring = new TargetFrame(new Box(10, 2, 12, 4)).ring(30, 20);

        assertThat(ring.get(3, 5)).isTrue();
        assertThat(ring.get(19, 0)).isTrue();
        assertThat(ring.get(11, 11)).isTrue();
        assertThat(ring.get(11, 3)).isFalse();
        assertThat(ring.area()).isEqualTo(2 * 11 + 17);
    }
}
