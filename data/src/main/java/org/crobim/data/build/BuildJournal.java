package org.crobim.data.build;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.crobim.core.error.InputException;
import org.crobim.core.error.UsageException;

/**
 * The scenes that are done, so that an interrupted build goes on where it stopped.
 *
 * <p>Lies in {@code .build} in the output folder: {@code plan.txt} says what is built, a folder for each scene holds its pictures and
 * {@code scene.json}. A scene's folder appears under its name when it is complete. Several threads may work on different scenes; a
 * second process is refused.
 */
final class BuildJournal implements AutoCloseable {
    private static final String FOLDER = ".build";
    private static final String PLAN = "plan.txt";
    private static final String LOCK = "lock";
    private static final String RECORD = "scene.json";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final Path root;
    private final FileChannel lock;

    private BuildJournal(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Whether a build was begun in an output folder and not finished. */
    static boolean isBegun(Path out) {
        return Files.exists(out.resolve(FOLDER).resolve(PLAN));
    }

    /**
     * Opens the journal of an output folder, making it where there is none.
     *
     * @param plan everything that decides the files
     * @param resume whether scenes that are done are kept
     * @throws UsageException if another process works there, or the journal that is to be resumed belongs to another plan
     */
    static BuildJournal open(Path out, String plan, boolean resume) throws IOException {
        Path root = out.resolve(FOLDER);
        Files.createDirectories(root);
        FileChannel lock = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        BuildJournal journal = new BuildJournal(root, lock);
        try {
            journal.lock();
            journal.begin(plan, resume);
            return journal;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void lock() throws IOException {
        try {
            if (lock.tryLock() == null) {
                throw busy();
            }
        } catch (OverlappingFileLockException e) {
            throw busy();
        }
    }

    private UsageException busy() {
        return new UsageException(
                "%s: another build is at work there. Wait for it, or name another --out.".formatted(root.getParent()));
    }

    private void begin(String plan, boolean resume) throws IOException {
        Path file = root.resolve(PLAN);
        if (resume && Files.exists(file)) {
            String begun = Files.readString(file);
            if (!begun.equals(plan)) {
                throw new UsageException(
                        "%s: the build begun there is another one. Begun: %s. Now: %s. Give the same options, or start anew with --overwrite."
                                .formatted(root.getParent(), begun.strip(), plan.strip()));
            }
            return;
        }
        try (Stream<Path> former = Files.list(root)) {
            for (Path path : former.filter(path -> !path.endsWith(LOCK)).toList()) {
                deleteTree(path);
            }
        }
        Files.writeString(file, plan);
    }

    /** Whether a scene is complete. */
    boolean isDone(int index) {
        return Files.isDirectory(folder(index));
    }

    /** The folder of a complete scene. */
    Path folder(int index) {
        return root.resolve("%06d".formatted(index));
    }

    /** An empty folder for the pictures of a scene that is being worked on. */
    Path begin(int index) throws IOException {
        Path part = part(index);
        if (Files.exists(part)) {
            deleteTree(part);
        }
        return Files.createDirectory(part);
    }

    /** Completes a scene. */
    void finish(int index, SceneRecord scene) throws IOException {
        Files.write(part(index).resolve(RECORD), MAPPER.writeValueAsBytes(scene));
        Files.move(part(index), folder(index), StandardCopyOption.ATOMIC_MOVE);
    }

    /** What became of a complete scene. */
    SceneRecord read(int index) throws IOException {
        Path file = folder(index).resolve(RECORD);
        try {
            return MAPPER.readValue(file.toFile(), SceneRecord.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new InputException(
                    "%s is damaged: %s. Start anew with --overwrite.".formatted(file, e.getOriginalMessage()), e);
        }
    }

    /** Removes the journal after everything was published. */
    void delete() throws IOException {
        lock.close();
        deleteTree(root);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private Path part(int index) {
        return root.resolve(".%06d.part".formatted(index));
    }

    private static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> inside = Files.walk(tree)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
