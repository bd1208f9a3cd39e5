package org.crobim.core.progress;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One line of plain text now and then. */
final class LineProgress implements Progress {
    private final PrintStream out;
    private final Clock clock;
    private final Duration interval;
    private String label = "";
    private String note = "";
    private long total = UNKNOWN_TOTAL;
    private long done;
    private boolean running;
    private Instant started = Instant.MIN;
    private Instant lastLine = Instant.MIN;

    LineProgress(PrintStream out, Clock clock, Duration interval) {
        this.out = out;
        this.clock = clock;
        this.interval = interval;
    }

    @Override
    public synchronized void start(String newLabel, long newTotal) {
        close();
        label = newLabel;
        total = newTotal;
        note = "";
        done = 0;
        running = true;
        started = clock.instant();
        lastLine = started;
    }

    @Override
    public synchronized void step(long steps) {
        done += steps;
        Instant now = clock.instant();
        if (running && Duration.between(lastLine, now).compareTo(interval) >= 0) {
            lastLine = now;
            out.println(line(now));
        }
    }

    @Override
    public synchronized void message(String text) {
        note = text;
    }

    @Override
    public synchronized void close() {
        if (running) {
            running = false;
            out.println(line(clock.instant()));
        }
    }

    private String line(Instant now) {
        Duration elapsed = Duration.between(started, now);
        StringBuilder line = new StringBuilder(label).append(": ").append(done);
        if (total > 0) {
            line.append(" of %d (%d %%)".formatted(total, 100 * done / total));
        }
        line.append(", ").append(TimeLeft.clockFace(elapsed)).append(" passed");
        Optional<Duration> left = running ? TimeLeft.estimate(done, total, elapsed) : Optional.empty();
        left.ifPresent(
                time -> line.append(", ").append(TimeLeft.clockFace(time)).append(" left"));
        return note.isEmpty() ? line.toString() : line.append(", ").append(note).toString();
    }
}
