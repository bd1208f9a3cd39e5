package org.crobim.data.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.crobim.core.error.CrobimException;
import org.crobim.core.error.InputException;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.progress.Progress;
import org.crobim.data.annotated.AnnotatedSource;

/**
 * Builds a data set from annotated images.
 *
 * <p>The same input gives the same files, byte by byte, whatever the number of threads and however often the work was interrupted.
 */
public final class DatasetBuilder {
    private final BuildInput input;

    /** A builder for one input. */
    public DatasetBuilder(BuildInput input) {
        this.input = input;
    }

    /**
     * Works through all scenes and publishes the data set in one go at the end.
     *
     * @param out made if it does not exist; of what it holds only files of a former data set are touched
     * @param existing what happens to those
     * @param progress is told about every scene
     * @throws UsageException if there is a data set or a begun build that may not be touched
     * @throws InputException if something cannot be used and may not be left out, or nothing is left; the journal is kept
     * @throws OutputException if the folder cannot be written
     */
    public BuildOutcome build(Path out, ExistingOutput existing, Progress progress) {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new OutputException("%s: is a file, expected a folder. Name another --out.".formatted(out));
        }
        boolean begun = BuildJournal.isBegun(out);
        if (existing == ExistingOutput.REFUSE && begun) {
            throw new UsageException(
                    "%s: a build was begun there. Go on with --resume, or start anew with --overwrite.".formatted(out));
        }
        if (existing == ExistingOutput.REFUSE || existing == ExistingOutput.RESUME && !begun) {
            DatasetAssembly.requireFree(out);
        }
        try (BuildJournal journal = BuildJournal.open(out, describe(), existing == ExistingOutput.RESUME)) {
            workThrough(journal, progress);
            BuildOutcome outcome = new DatasetAssembly(out, input)
                    .publish(journal, input.source().sceneIds().size());
            if (outcome.figures().samples() == 0) {
                throw new InputException("%s: nothing could be said about any of %d images. Left out: %s %s"
                        .formatted(
                                input.source().name(),
                                input.source().sceneIds().size(),
                                outcome.skips(),
                                outcome.failures()));
            }
            journal.delete();
            return outcome;
        } catch (IOException e) {
            throw new OutputException(
                    "%s: cannot be written (%s). Check the free space and the permissions, then go on with --resume."
                            .formatted(out, e.getMessage()),
                    e);
        }
    }

    /** Everything that decides the files; threads do not. */
    private String describe() {
        AnnotatedSource source = input.source();
        BuildPlan plan = input.plan();
        StringBuilder splits = new StringBuilder();
        source.sceneIds()
                .forEach(id -> splits.append(id)
                        .append(' ')
                        .append(input.split().part(id).label())
                        .append('\n'));
        return "%s, %d images (%08x), seed %d, %s, %s, %s, %s, on error %s%n"
                .formatted(
                        source.name(),
                        source.sceneIds().size(),
                        splits.toString().hashCode(),
                        plan.seed(),
                        plan.sentences(),
                        plan.patches(),
                        plan.gaps(),
                        plan.masks(),
                        plan.onError());
    }

    private void workThrough(BuildJournal journal, Progress progress) throws IOException {
        List<String> scenes = input.source().sceneIds();
        progress.start("images", scenes.size());
        ExecutorService workers = Executors.newFixedThreadPool(input.plan().threads());
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < scenes.size(); i++) {
                int index = i;
                if (journal.isDone(index)) {
                    progress.step(1);
                } else {
                    working.add(workers.submit(() -> {
                        SceneRecord scene = new SceneWork(input, scenes.get(index), journal.begin(index)).run();
                        journal.finish(index, scene);
                        progress.step(1);
                        return index;
                    }));
                }
            }
            for (Future<?> work : working) {
                await(work);
            }
        } finally {
            workers.shutdownNow();
            awaitEnd(workers);
        }
    }

    /** A scene that is still written would get in the way of whoever goes on with this build. */
    private static void awaitEnd(ExecutorService workers) {
        boolean interrupted = Thread.interrupted();
        try {
            while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
                continue;
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Future<?> work) throws IOException {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof CrobimException known) {
                throw known;
            } else if (cause instanceof IOException disk) {
                throw disk;
            }
            throw new IllegalStateException("A scene cannot be worked on", cause);
        }
    }
}
