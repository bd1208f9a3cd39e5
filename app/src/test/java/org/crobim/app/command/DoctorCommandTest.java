package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.crobim.app.doctor.Finding;
import org.crobim.app.doctor.MachineExamination;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
    @Test
    void everySubjectHasALineWithItsVerdict() {
        Typed typed = Typed.crobim("doctor");

        assertThat(typed.out()).contains("java", "memory", "native cache", "threads", "native library", "GFLOP/s");
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
}
