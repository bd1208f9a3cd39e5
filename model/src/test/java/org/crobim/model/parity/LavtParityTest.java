package org.crobim.model.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.SafetensorsFile;
import org.junit.jupiter.api.Test;

/**
 * LAVT against its original, every tensor relative to the largest magnitude that is expected in it. Measured maxima: in double
 * precision 5.2e-8, the rounding of the stored values to single precision; in single precision 3.1e-6 (training logits).
 */
class LavtParityTest {
    private static ParityReport compare(ParityPrecision precision) throws URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(LavtParityTest.class.getResource("lavt.safetensors"))
                .toURI());
        try (SafetensorsFile vectors = Safetensors.open(file)) {
            return ParityRun.compare(vectors, precision);
        }
    }

    @Test
    void inDoublePrecisionEveryStoredResultAndGradientIsThatOfTheOriginal() throws URISyntaxException {
        ParityReport report = compare(ParityPrecision.FP64);
        assertThat(report.differences())
                .hasSize(21)
                .allSatisfy(
                        difference -> assertThat(difference.maximumRelative()).isLessThan(1e-6));
    }

    @Test
    void inSinglePrecisionTheForwardPassIsThatOfTheOriginal() throws URISyntaxException {
        List<ParityReport.Difference> forward = compare(ParityPrecision.FP32).differences().stream()
                .filter(difference -> !difference.name().startsWith("grad."))
                .toList();
        assertThat(forward)
                .hasSize(8)
                .allSatisfy(
                        difference -> assertThat(difference.maximumRelative()).isLessThan(1e-5));
    }
}
