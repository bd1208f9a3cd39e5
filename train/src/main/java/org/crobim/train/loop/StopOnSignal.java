package org.crobim.train.loop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Turns SIGTERM and SIGINT into a request to stop, and keeps the process alive until the request is met.
 *
 * <p>Works through a shutdown hook, so the process ends with the usual exit codes, 143 and 130, without our doing. Whoever asks
 * must close this when everything is saved.
 */
public final class StopOnSignal implements BooleanSupplier, AutoCloseable {
    private static final long MOST_MINUTES = 10;

    private final CountDownLatch saved = new CountDownLatch(1);
    private final Thread hook = new Thread(this::requestAndWait, "crobim-stop");
    private volatile boolean requested;

    private StopOnSignal() {}

    /** Listens from now on. */
    public static StopOnSignal install() {
        StopOnSignal stop = new StopOnSignal();
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /** Whether the process was asked to end. */
    @Override
    public boolean getAsBoolean() {
        return requested;
    }

    private void requestAndWait() {
        requested = true;
        try {
            if (!saved.await(MOST_MINUTES, TimeUnit.MINUTES)) {
                System.err.printf("Not saved within %d minutes, giving up.%n", MOST_MINUTES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the process end if it is ending, stops listening otherwise. */
    @Override
    public void close() {
        saved.countDown();
        if (!requested) {
            removeHook();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process began to end a moment ago; the hook finds everything saved and returns at once.
            requested = true;
        }
    }
}
