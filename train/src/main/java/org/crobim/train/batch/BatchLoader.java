package org.crobim.train.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Prepares batches ahead of the training, in order.
 *
 * <p>Batch k holds the images at positions k * imagesPerBatch and after, whatever the threads do. At most {@code ahead} batches
 * wait in memory. An error while drawing an episode is thrown by the {@link #next()} that would have returned its batch. One
 * thread at a time calls this class; the threads that prepare are daemons and end with {@link #close()}.
 */
public final class BatchLoader implements AutoCloseable {
    private final BatchAssembly assembly;
    private final EpisodeOrder order;
    private final Plan plan;
    private final ExecutorService threads;
    private final Deque<Future<TrainingBatch>> prepared = new ArrayDeque<>();
    private long nextPosition;

    /**
     * How much is prepared.
     *
     * @param imagesPerBatch at least 1
     * @param threads that prepare, at least 1
     * @param ahead batches prepared before they are asked for, at least 1
     */
    public record Plan(int imagesPerBatch, int threads, int ahead) {
        /** Checks the counts. */
        public Plan {
            if (imagesPerBatch < 1 || threads < 1 || ahead < 1) {
                throw new IllegalArgumentException(
                        "A loader needs images, threads and batches ahead of at least 1, got %d, %d and %d"
                                .formatted(imagesPerBatch, threads, ahead));
            }
        }
    }

    /**
     * Starts to prepare.
     *
     * @param firstBatch number of the first batch to return: 0, or where a resumed run goes on
     */
    public BatchLoader(BatchAssembly assembly, EpisodeOrder order, Plan plan, long firstBatch) {
        this.assembly = assembly;
        this.order = order;
        this.plan = plan;
        nextPosition = firstBatch * plan.imagesPerBatch();
        threads = Executors.newFixedThreadPool(plan.threads(), BatchLoader::daemon);
        for (int i = 0; i < plan.ahead(); i++) {
            prepareOne();
        }
    }

    /**
     * The next batch, waiting for it if need be.
     *
     * @throws IllegalStateException if interrupted
     */
    public TrainingBatch next() {
        try {
            TrainingBatch batch = prepared.remove().get();
            prepareOne();
            return batch;
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a batch", e);
        }
    }

    /** Stops preparing; batches not asked for are dropped. */
    @Override
    public void close() {
        prepared.forEach(batch -> batch.cancel(true));
        prepared.clear();
        threads.shutdownNow();
    }

    private void prepareOne() {
        List<BatchAssembly.Showing> showings = new ArrayList<>();
        for (int i = 0; i < plan.imagesPerBatch(); i++) {
            showings.add(new BatchAssembly.Showing(nextPosition, order.imageAt(nextPosition)));
            nextPosition++;
        }
        prepared.add(threads.submit(() -> assembly.assemble(showings)));
    }

    /** Errors of our own keep their type, so that the command line prints their message and exit code. */
    private static RuntimeException unwrapped(ExecutionException error) {
        if (error.getCause() instanceof Error fatal) {
            throw fatal;
        }
        return error.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException("Preparing a batch failed", error.getCause());
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "crobim-loader");
        thread.setDaemon(true);
        return thread;
    }
}
