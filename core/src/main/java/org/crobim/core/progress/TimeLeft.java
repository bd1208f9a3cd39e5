package org.crobim.core.progress;

import java.time.Duration;
import java.util.Optional;

/** The time that a stage still needs, if it goes on at its mean speed. */
final class TimeLeft {
    private TimeLeft() {}

    /** Empty when the total is not known or nothing is done yet. */
    static Optional<Duration> estimate(long done, long total, Duration elapsed) {
        if (done <= 0 || total < done) {
            return Optional.empty();
        }
        double millisPerStep = elapsed.toMillis() / (double) done;
        return Optional.of(Duration.ofMillis(Math.round(millisPerStep * (total - done))));
    }

    /** Hours, minutes, seconds such as 1:02:03. */
    static String clockFace(Duration duration) {
        return "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
