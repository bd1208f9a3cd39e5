package org.crobim.data.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs one task on several threads at a time. */
final class Workers {
    private Workers() {}

    /**
     * Returns when all threads are done with the task; a failure of one ends the call when the others are done.
     *
     * @param threads at least 1
     */
    static void run(int threads, Runnable task) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(task));
            }
            for (Future<?> thread : running) {
                await(thread);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(Future<?> thread) {
        try {
            thread.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while images were read", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(cause);
        }
    }
}
