package org.crobim.train.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.pytorch.Scalar;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.NativeScope;
import org.crobim.train.batch.RandomSeeds;
import org.crobim.train.batch.TrainingBatch;
import org.crobim.train.config.RuntimeChoice;
import org.crobim.train.loss.LossFigures;
import org.crobim.train.optim.FlatBuffer;
import org.crobim.train.optim.ParameterLayout;

/**
 * Threads that share the work of a step, each with its own replica of the network.
 *
 * <p>Two replicas of one thread do more than one replica of two threads, because most operations of a small network are too short
 * to be split. The first replica is the owner of the weights itself. Gradients are added up in the order of the replicas, so the
 * sum does not depend on which of them was faster.
 */
final class ReplicaGroup implements AutoCloseable {
    private final RuntimeChoice runtime;
    private final List<ReferringModel> copies = new ArrayList<>();
    private final List<Replica> replicas = new ArrayList<>();
    private final List<ExecutorService> threads = new ArrayList<>();

    /**
     * Starts the threads.
     *
     * @param owner holds the weights; not owned
     * @param count replicas, at least 1
     */
    ReplicaGroup(ReferringModel owner, ParameterLayout layout, Replica.Means means, int count, RuntimeChoice runtime) {
        this.runtime = runtime;
        replicas.add(new Replica(owner, layout, means));
        for (int r = 1; r < count; r++) {
            ReferringModel copy = owner.replica(runtime.seed() + r);
            copies.add(copy);
            replicas.add(new Replica(copy, layout, means));
        }
        for (int r = 0; r < count; r++) {
            ExecutorService thread = Executors.newSingleThreadExecutor(ReplicaGroup::daemon);
            threads.add(thread);
            result(thread.submit(this::prepareThread));
        }
    }

    /** Switches dropout on or off everywhere. */
    void setTraining(boolean training) {
        replicas.forEach(replica -> replica.setTraining(training));
    }

    /**
     * Runs forward and backward of every batch and leaves the mean gradient in {@link #gradients()}.
     *
     * @param step decides what dropout hides
     * @param batches the same number for each replica
     * @return mean loss
     */
    LossFigures pass(long step, List<TrainingBatch> batches) {
        int share = batches.size() / replicas.size();
        List<Future<List<LossFigures>>> pending = new ArrayList<>();
        for (int r = 0; r < replicas.size(); r++) {
            int first = r * share;
            Replica replica = replicas.get(r);
            List<TrainingBatch> own = batches.subList(first, first + share);
            long firstPass = step * batches.size() + first;
            pending.add(threads.get(r).submit(() -> passes(replica, own, firstPass)));
        }
        List<LossFigures> losses = new ArrayList<>();
        pending.forEach(future -> losses.addAll(result(future)));
        averageGradients(batches.size());
        return LossFigures.mean(losses);
    }

    /** The mean gradient of the last step. */
    FlatBuffer gradients() {
        return replicas.get(0).gradients();
    }

    private List<LossFigures> passes(Replica replica, List<TrainingBatch> batches, long firstPass) {
        replica.gradients().clear();
        List<LossFigures> losses = new ArrayList<>();
        long pass = firstPass;
        for (TrainingBatch batch : batches) {
            long seed = RandomSeeds.of(runtime.seed(), RandomSeeds.Stream.DROPOUT, pass++);
            losses.add(Engine.call("training pass", () -> replica.pass(batch, seed)));
        }
        return losses;
    }

    private void averageGradients(int passes) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            for (Replica other : replicas.subList(1, replicas.size())) {
                gradients().vector().add_(other.gradients().vector());
            }
            gradients().vector().mul_(new Scalar(1.0 / passes));
        }
    }

    private Integer prepareThread() {
        // libtorch sets a new thread to the count last set anywhere when it first asks for it; asking first keeps ours.
        int before = Engine.threads();
        if (runtime.threads() > 0) {
            Engine.setThreads(runtime.threads());
        }
        return before;
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("A training pass failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a training pass", e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "crobim-replica");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdownNow);
        replicas.forEach(Replica::close);
        copies.forEach(ReferringModel::close);
    }
}
