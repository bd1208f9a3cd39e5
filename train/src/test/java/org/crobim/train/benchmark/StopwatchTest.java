package org.crobim.train.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger run = new AtomicInteger();
    private final Stopwatch stopwatch = new Stopwatch(now::get);

    /** Each run takes the next of these times; the first one warms up. */
    private Runnable taking(int... millis) {
        return () -> now.addAndGet(millis[run.getAndIncrement()] * MILLISECOND);
    }

    @Test
    void theRunThatWarmsUpDoesNotCount() {
        assertThat(stopwatch.medianMillis(1, taking(900, 7))).isEqualTo(7);
        assertThat(run).hasValue(2);
    }

    @Test
    void theMedianIsInTheMiddleOrBetweenTwo() {
        assertThat(stopwatch.medianMillis(3, taking(900, 5, 80, 6))).isEqualTo(6);
        run.set(0);
        assertThat(stopwatch.medianMillis(4, taking(900, 5, 80, 6, 8))).isEqualTo(7);
    }

    @Test
    void theBestIsTheShortest() {
        assertThat(stopwatch.bestMillis(3, taking(1, 5, 4, 6))).isEqualTo(4);
    }
}
