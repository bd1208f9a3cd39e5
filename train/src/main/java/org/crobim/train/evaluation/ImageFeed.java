package org.crobim.train.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;

/** Reads the images of a data set one after the other, a few ahead of the consumer, on a thread of its own. */
final class ImageFeed implements AutoCloseable {
    private static final int IMAGES_AHEAD = 3;

    private final ReferringDataset dataset;
    private final int sidePixels;
    private final List<Integer> starts;
    private final Deque<Future<LoadedImage>> pending = new ArrayDeque<>();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "evaluation-reader");
        thread.setDaemon(true);
        return thread;
    });
    private int next;

    ImageFeed(ReferringDataset dataset, int sidePixels) {
        this.dataset = dataset;
        this.sidePixels = sidePixels;
        this.starts = starts(dataset.samples());
    }

    /** Number of images. */
    int images() {
        return starts.size();
    }

    /** The next image; empty after the last. The reader's own error is thrown as it is. */
    Optional<LoadedImage> take() {
        while (next < starts.size() && pending.size() < IMAGES_AHEAD) {
            int group = next++;
            pending.add(reader.submit(() -> read(group)));
        }
        return pending.isEmpty() ? Optional.empty() : Optional.of(await(pending.remove()));
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }

    private LoadedImage read(int group) {
        List<ReferringSample> samples = dataset.samples();
        int from = starts.get(group);
        int to = group + 1 < starts.size() ? starts.get(group + 1) : samples.size();
        return LoadedImage.read(dataset, from, samples.subList(from, to), sidePixels);
    }

    private static LoadedImage await(Future<LoadedImage> image) {
        try {
            return image.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("Interrupted while an image was read").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("Reading an image failed", e.getCause());
        }
    }

    /** Where runs of samples about one image begin. */
    private static List<Integer> starts(List<ReferringSample> samples) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            if (i == 0 || !samples.get(i).imageId().equals(samples.get(i - 1).imageId())) {
                starts.add(i);
            }
        }
        return starts;
    }
}
