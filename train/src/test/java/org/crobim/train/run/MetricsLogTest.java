package org.crobim.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crobim.core.error.InputException;
import org.crobim.core.error.OutputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsLogTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("metrics.jsonl");
    }

    private static String line(long step) {
        return "{\"step\":%d,\"time\":\"2026-01-31T12:00:00Z\",\"kind\":\"train\",\"loss\":0.5}".formatted(step);
    }

    private void writeSteps(int... steps) {
        try (MetricsLog log = MetricsLog.create(file, CLOCK)) {
            for (int step : steps) {
                log.append(step, "train", Map.of("loss", 0.5));
            }
        }
    }

    private void resumeAfterAndAppend(long step) {
        try (MetricsLog log = MetricsLog.resume(file, step, CLOCK)) {
            log.append(step + 1, "train", Map.of("loss", 0.5));
        }
    }

    @Test
    void aLineHoldsStepTimeKindAndTheFiguresInTheirOrder() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("oIoU", 61.25);
        figures.put("mIoU", 54.5);
        try (MetricsLog log = MetricsLog.create(file, CLOCK)) {
            log.append(100, "val", figures);
        }

        assertThat(file)
                .hasContent(
                        "{\"step\":100,\"time\":\"2026-01-31T12:00:00Z\",\"kind\":\"val\",\"oIoU\":61.25,\"mIoU\":54.5}\n");
    }

    @Test
    void figuresThatAreNotFiniteBecomeStrings() {
        try (MetricsLog log = MetricsLog.create(file, CLOCK)) {
            log.append(1, "train", Map.of("loss", Double.NaN));
            log.append(2, "train", Map.of("loss", Double.NEGATIVE_INFINITY));
        }

        assertThat(file).content().contains("\"loss\":\"NaN\"}", "\"loss\":\"-Infinity\"}");
    }

    @Test
    void everyLineCanBeReadBeforeTheLogIsClosed() throws IOException {
        try (MetricsLog log = MetricsLog.create(file, CLOCK)) {
            log.append(1, "train", Map.of("loss", 0.5));

            assertThat(Files.readString(file)).isEqualTo(line(1) + "\n");
        }
    }

    @Test
    void aFigureMayNotTakeTheNameOfAnotherField() {
        try (MetricsLog log = MetricsLog.create(file, CLOCK)) {
            assertThatThrownBy(() -> log.append(1, "train", Map.of("step", 2.0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("step");
            assertThatThrownBy(() -> log.append(-1, "train", Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("-1");
        }
        assertThat(file).isEmptyFile();
    }

    @Test
    void anEarlierLogIsNotOverwritten() {
        writeSteps(1);

        assertThatThrownBy(() -> MetricsLog.create(file, CLOCK))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("metrics.jsonl");
        assertThat(file).hasContent(line(1) + "\n");
    }

    @Test
    void stepsAfterTheCheckpointAreForgottenBecauseTheyAreTakenAgain() throws IOException {
        writeSteps(1, 2, 3, 4);

        resumeAfterAndAppend(2);

        assertThat(Files.readAllLines(file)).containsExactly(line(1), line(2), line(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"step\":2", "{\"step\":2,\"time\":\"2026-01-31T1", "{\"step\":2,\"loss\":0."})
    void aLineCutShortByAKillIsRemovedOnResume(String cut) throws IOException {
        writeSteps(1);
        Files.writeString(file, cut, StandardOpenOption.APPEND);

        resumeAfterAndAppend(2);

        assertThat(Files.readAllLines(file)).containsExactly(line(1), line(3));
    }

    @Test
    void aLastLineThatLacksOnlyItsEndIsKeptApartFromTheNext() throws IOException {
        Files.writeString(file, line(1) + "\n" + line(2));

        resumeAfterAndAppend(2);

        assertThat(Files.readAllLines(file)).containsExactly(line(1), line(2), line(3));
    }

    @Test
    void aDamagedLineInTheMiddleIsAnErrorThatChangesNothing() throws IOException {
        String content = line(1) + "\n{\"step\":2,\n" + line(3) + "\n";
        Files.writeString(file, content);

        assertThatThrownBy(() -> MetricsLog.resume(file, 3, CLOCK))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("metrics.jsonl line 2")
                .hasMessageContaining("{\"step\":2,");
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void aRunWithoutALogBeginsOneOnResume() throws IOException {
        resumeAfterAndAppend(6);

        assertThat(Files.readAllLines(file)).containsExactly(line(7));
    }
}
