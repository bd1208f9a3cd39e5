package org.crobim.data.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.crobim.core.error.UsageException;
import org.crobim.core.geometry.Box;
import org.crobim.core.mask.Mask;
import org.crobim.data.mask.MaskQuality.Fault;
import org.junit.jupiter.api.Test;

class MaskQualityTest {
    @Test
    void aRingHasOnePartAndOneHole() {
        MaskQuality quality = MaskQuality.of(
                mask(
                        "........", //
                        ".####...",
                        ".#..#...",
                        ".####...",
                        "........"),
                new Box(1, 1, 5, 4));

        assertThat(quality.areaPixels()).isEqualTo(10);
        assertThat(quality.boxAgreement()).isEqualTo(1);
        assertThat(quality.outsideFraction()).isZero();
        assertThat(quality.fillFraction()).isCloseTo(10 / 12.0, within(1e-12));
        assertThat(quality.components()).isEqualTo(1);
        assertThat(quality.holes()).isEqualTo(1);
        assertThat(quality.faults()).isEmpty();
    }

    @Test
    void setPixelsTouchAtCornersAndUnsetOnesDoNot() {
        MaskQuality quality = MaskQuality.of(mask(".#.", "#.#", ".#."), new Box(0, 0, 3, 3));

        assertThat(quality.components()).isEqualTo(1);
        assertThat(quality.holes()).isEqualTo(1);
    }

    @Test
    void aBoxBeyondTheImageIsJudgedByItsVisiblePart() {
        MaskQuality quality = MaskQuality.of(mask("##..", "#...", "...."), new Box(-4, -4, 2, 2));

        assertThat(quality.boxAgreement()).isEqualTo(1);
        assertThat(quality.fillFraction()).isEqualTo(0.75);
        assertThat(quality.faults()).isEmpty();
    }

    @Test
    void everyFaultIsNamed() {
        Box box = new Box(0, 0, 4, 2);
        assertThat(faults(box, "........", "........")).containsExactly(Fault.EMPTY);
        assertThat(faults(box, "####....", "####....")).containsExactly(Fault.FILLS_BOX);
        assertThat(faults(box, "####.###", "####.###")).contains(Fault.SPILLS, Fault.MISSES_BOX);
        assertThat(faults(new Box(0, 0, 8, 2), "#.......", "........")).contains(Fault.TOO_SMALL, Fault.MISSES_BOX);
        assertThat(faults(new Box(0, 0, 9, 1), "#.#.#.#.#")).containsExactly(Fault.SCATTERED);
    }

    @Test
    void aSourceThatIsNotBuiltInIsNamedWithHowToGetIt() {
        assertThatThrownBy(() -> MaskSourceProvider.open("grabcut", Optional.empty()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("-Pmasks");
    }

    private static Iterable<Fault> faults(Box box, String... rows) {
        return MaskQuality.of(mask(rows), box).faults();
    }

    private static Mask mask(String... rows) {
        byte[] pixels = new byte[rows.length * rows[0].length()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (rows[i / rows[0].length()].charAt(i % rows[0].length()) == '#' ? 1 : 0);
        }
        return Mask.of(rows[0].length(), rows.length, pixels);
    }
}
