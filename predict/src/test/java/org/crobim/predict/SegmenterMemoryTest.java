package org.crobim.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.crobim.core.image.RgbImage;
import org.crobim.model.tensor.ResidentMemory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("memory")
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells the resident memory")
class SegmenterMemoryTest {
    private static final String SHIP = "the largest ship on the left";
    private static final double ALLOWED_GROWTH_MEGABYTES = 30;

    @TempDir
    Path folder;

    /** Pitfall P6: without scopes the same passes leave some hundred megabytes that the collector does not see. */
    @Test
    void memoryStaysFlatOverHundredsOfQuestions() {
        Path weights = RandomWeights.save(folder.resolve("nano.safetensors"), SHIP);
        try (Segmenter segmenter = Segmenter.load(weights, SegmenterOptions.onCpu())) {
            ask(segmenter, 100);
            double before = ResidentMemory.megabytes().orElseThrow();
            ask(segmenter, 400);

            assertThat(ResidentMemory.megabytes().orElseThrow() - before).isLessThan(ALLOWED_GROWTH_MEGABYTES);
        }
    }

    private static void ask(Segmenter segmenter, int times) {
        RgbImage image = RandomWeights.noise(64, 64, 11);
        for (int i = 0; i < times; i++) {
            try (EncodedImage encoded = segmenter.encode(image)) {
                segmenter.segment(encoded, SHIP);
            }
        }
    }
}
