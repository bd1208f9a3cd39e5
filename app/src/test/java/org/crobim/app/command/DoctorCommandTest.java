package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.crobim.app.doctor.Finding;
import org.crobim.app.doctor.MachineExamination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @Test
    void everySubjectHasALineWithItsVerdict() {
        Typed typed = Typed.crobim("doctor");

        assertThat(typed.out())
                .contains(
                        "java", "memory", "native cache", "threads", "native library", "device", "weights", "GFLOP/s");
    }

    @Test
    void theObjectListsEveryFinding() {
        JsonNode report = Typed.crobim("doctor", "--json").json();

        assertThat(report.path("findings").findValuesAsText("subject")).contains("java", "native library");
        assertThat(report.path("findings").findValuesAsText("verdict")).isSubsetOf("ok", "warning", "failed");
    }

    @Test
    void spinningThreadsAreAWarningWithAdvice() {
        Finding threads = new MachineExamination(Map.of())
                .findings().stream()
                        .filter(finding -> finding.subject().equals("threads"))
                        .findFirst()
                        .orElseThrow();

        assertThat(threads.verdict()).isEqualTo(Finding.Verdict.WARNING);
        assertThat(threads.advice()).contains("OMP_WAIT_POLICY=passive");
    }

    @Test
    void weightsAreLoadedAndDescribed(@TempDir Path folder) {
        Path weights = NanoWeights.write(folder.resolve("nano.safetensors"), 0.5);

        Typed typed = Typed.crobim("doctor", "--weights", weights);

        assertThat(typed.exitCode()).as(typed.out()).isZero();
        assertThat(typed.out()).contains("nano.safetensors: nano,", "input 64 x 64", "licence: not noted");
    }

    @Test
    void damagedWeightsFailWithTheCodeOfWeights(@TempDir Path folder) throws IOException {
        Path weights = Files.writeString(folder.resolve("cut.safetensors"), "cut off");

        Typed typed = Typed.crobim("doctor", "--weights", weights, "--json");

        assertThat(typed.exitCode()).isEqualTo(4);
        assertThat(typed.json().path("healthy").asBoolean()).isFalse();
        assertThat(typed.out()).contains("cut.safetensors");
    }
}
