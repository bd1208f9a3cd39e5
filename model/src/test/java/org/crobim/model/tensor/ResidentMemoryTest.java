package org.crobim.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells the resident memory")
@Tag("memory")
class ResidentMemoryTest {
    private static final long MEGABYTES = 200;

    @Test
    void aTensorIsResidentOnceItHoldsValuesAndUntilItsScopeCloses() {
        try (NativeScope scope = NativeScope.open()) {
            // Loads the library, which is resident too.
            Tensors.zeros(1);
        }
        double before = ResidentMemory.megabytes().orElseThrow();
        double with;
        try (NativeScope scope = NativeScope.open()) {
            Tensors.zeros(MEGABYTES << 18).fill_(new Scalar(1));
            with = ResidentMemory.megabytes().orElseThrow();
        }
        assertThat(with - before).isBetween(0.9 * MEGABYTES, 1.2 * MEGABYTES);
        assertThat(ResidentMemory.peakMegabytes().orElseThrow()).isGreaterThanOrEqualTo(with - 1);
    }
}
