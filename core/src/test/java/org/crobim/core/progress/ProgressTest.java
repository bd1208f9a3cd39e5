package org.crobim.core.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final HandClock clock = new HandClock();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Progress progress = Progress.lines(out, clock, Duration.ofSeconds(5));

    @Test
    void linesComeAtMostOnceAnIntervalWithTheTimeLeft() {
        progress.start("images", 100);
        for (int i = 0; i < 50; i++) {
            clock.advance(Duration.ofMillis(200));
            progress.step(1);
        }

        assertThat(lines())
                .containsExactly(
                        "images: 25 of 100 (25 %), 0:00:05 passed, 0:00:15 left",
                        "images: 50 of 100 (50 %), 0:00:10 passed, 0:00:10 left");
    }

    @Test
    void theEndOfAStageIsAlwaysWritten() {
        progress.start("images", 2);
        progress.step(2);
        progress.start("masks", Progress.UNKNOWN_TOTAL);
        progress.step(7);
        progress.close();
        progress.close();

        assertThat(lines()).containsExactly("images: 2 of 2 (100 %), 0:00:00 passed", "masks: 7, 0:00:00 passed");
    }

    @Test
    void theNoteStandsBesideTheCountUntilTheStageEnds() {
        progress.start("steps", 10);
        progress.message("loss 0.31");
        clock.advance(Duration.ofHours(1));
        progress.step(5);
        progress.start("images", 1);
        progress.close();

        assertThat(lines())
                .containsExactly(
                        "steps: 5 of 10 (50 %), 1:00:00 passed, 1:00:00 left, loss 0.31",
                        "steps: 5 of 10 (50 %), 1:00:00 passed, loss 0.31", "images: 0 of 1 (0 %), 0:00:00 passed");
    }

    @Test
    void moreStepsThanExpectedAreNoFault() {
        progress.start("images", 2);
        clock.advance(Duration.ofSeconds(6));
        progress.step(3);

        assertThat(lines()).containsExactly("images: 3 of 2 (150 %), 0:00:06 passed");
    }

    @Test
    void theBarShowsLabelCountAndNote() {
        try (Progress bar = new BarProgress(out, false)) {
            bar.start("images", 4);
            bar.step(3);
            bar.message("loss 0.31");
        }

        assertThat(text()).contains("images", "3/4", "loss 0.31").doesNotContain("\u001b[3");
    }

    @Test
    void stepsBeforeTheFirstStageAreIgnored() {
        assertThatCode(() -> {
                    Progress.silent().step(1);
                    progress.step(1);
                    new BarProgress(out, true).step(1);
                })
                .doesNotThrowAnyException();
        assertThat(text()).isEmpty();
    }

    @Test
    void coloursNeedATerminalAndNoObjection() {
        assertThat(Terminal.of(Map.of("TERM", "xterm"), true)).isEqualTo(new Terminal(true, true));
        assertThat(Terminal.of(Map.of("NO_COLOR", "1"), true)).isEqualTo(new Terminal(true, false));
        assertThat(Terminal.of(Map.of("NO_COLOR", ""), true)).isEqualTo(new Terminal(true, true));
        assertThat(Terminal.of(Map.of("TERM", "dumb"), true)).isEqualTo(new Terminal(false, false));
        assertThat(Terminal.of(Map.of(), false)).isEqualTo(new Terminal(false, false));
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private List<String> lines() {
        return text().lines().toList();
    }

    /** A clock that moves when it is told to. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.EPOCH;

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
