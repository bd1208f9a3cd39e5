package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
    private static final List<String> MEASURED = List.of(
            "matmulGflops",
            "forwardMillis",
            "forwardGflops",
            "forwardShare",
            "furtherExpressionMillis",
            "furtherExpressionShare",
            "trainStepMillis",
            "trainStepShare");

    @Test
    void bothPrecisionsAreMeasuredAndTheSecondHasASuffix() {
        Typed typed = Typed.crobim("bench", "--model", "nano", "--side", 32, "--repeats", 1, "--json", "--quiet");

        assertThat(typed.exitCode()).isZero();
        JsonNode report = typed.json();
        MEASURED.forEach(field -> {
            assertThat(report.path(field).asDouble()).as(field).isPositive();
            assertThat(report.path(field + "Bf16").asDouble())
                    .as(field + "Bf16")
                    .isPositive();
        });
        assertThat(report.path("model").asText()).isEqualTo("nano");
        assertThat(report.path("side").asInt()).isEqualTo(32);
        assertThat(report.path("expressionFlops").asLong())
                .isPositive()
                .isLessThan(report.path("firstFlops").asLong());
        assertThat(report.path("parameters").asLong()).isPositive();
        assertThat(report.path("peakMegabytes").asLong()).isGreaterThan(50);
    }

    @Test
    void whatCannotBeMeasuredIsRefusedAtOnce() {
        assertThat(Typed.crobim("bench", "--model", "huge").exitCode()).isEqualTo(4);
        assertThat(Typed.crobim("bench", "--precision", "fp8").exitCode()).isEqualTo(2);
        assertThat(Typed.crobim("bench", "--repeats", "0").exitCode()).isEqualTo(2);
        assertThat(Typed.crobim("bench", "--side", "-1").exitCode()).isEqualTo(2);
    }
}
