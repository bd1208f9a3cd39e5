package org.crobim.train.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedScoresTest {
    @ParameterizedTest
    @CsvSource({
        "RISBENCH, CroBIM-Swin, 73.61, 67.32",
        "RISBENCH, LAVT, 74.15, 61.93",
        "RRSISD, RMSIN, 77.79, 64.20",
        "REFSEGRS, LGCE, 76.81, 59.96"
    })
    void theRowsOfThePapersAreThere(PublishedScores.Benchmark benchmark, String method, double overall, double mean) {
        List<PublishedScores.Row> rows = PublishedScores.shipped().of(benchmark).stream()
                .filter(row -> row.method().equals(method))
                .toList();

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).oIoU()).hasValue(overall);
        assertThat(rows.get(0).mIoU()).hasValue(mean);
    }

    @Test
    void everyRowSaysWhereItStands() {
        assertThat(PublishedScores.shipped().rows())
                .hasSizeGreaterThan(60)
                .allSatisfy(row -> assertThat(row.source()).isNotBlank());
    }
}
