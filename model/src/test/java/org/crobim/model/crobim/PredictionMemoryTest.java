package org.crobim.model.crobim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.Test;

class PredictionMemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int WARM_UP = 100;
    private static final int PASSES = 400;
    private static final double MEGABYTES = 30;

    /** Pitfall P6: without scopes the same passes leave some hundred megabytes that the collector does not see. */
    @Test
    void residentMemoryStaysWhereItIsOverHundredsOfPredictions() {
        assumeThat(STATUS).exists();
        try (TinyNetwork tiny = TinyNetwork.usual()) {
            predict(tiny, WARM_UP);
            double before = residentMegabytes();
            predict(tiny, PASSES);
            assertThat(residentMegabytes() - before).isLessThan(MEGABYTES);
        }
    }

    private static void predict(TinyNetwork tiny, int passes) {
        for (int i = 0; i < passes; i++) {
            EncodedImages kept;
            try (NativeScope scope = NativeScope.withoutGradients()) {
                kept = tiny.network().encode(TinyNetwork.images(1, 64, 64)).keep();
            }
            try (NativeScope scope = NativeScope.withoutGradients()) {
                Tensors.toFloats(tiny.network()
                        .locate(kept, TinyNetwork.sentences(new int[] {2, 7, 8, 3}), new int[] {0})
                        .logits());
            }
            kept.release();
        }
    }

    private static double residentMegabytes() {
        try {
            String line = Files.readAllLines(STATUS).stream()
                    .filter(text -> text.startsWith("VmRSS"))
                    .findFirst()
                    .orElseThrow();
            return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
