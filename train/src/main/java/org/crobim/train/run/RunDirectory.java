package org.crobim.train.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.crobim.core.error.InputException;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.file.AtomicFile;

/**
 * The folder of one training run.
 *
 * <pre>
 * config.yaml            the resolved recipe of the run's start
 * version.txt            one line for each start: time, "start" or "resume", code version
 * metrics.jsonl          figures, one JSON object a line
 * events.out.tfevents.*  the same for TensorBoard, one file for each start
 * checkpoints/           weights and optimizer state
 * pictures/              predictions during training
 * </pre>
 *
 * <p>A folder that holds a config.yaml is a run and is never touched unless asked; any other folder that is not empty is refused
 * always, because it is somebody else's.
 */
public final class RunDirectory {
    private static final String CONFIGURATION = "config.yaml";
    private static final String VERSION = "version.txt";
    private static final String METRICS = "metrics.jsonl";
    private static final String EVENTS_PREFIX = "events.out.tfevents.";
    private static final String CHECKPOINTS = "checkpoints";
    private static final String PICTURES = "pictures";

    private final Path folder;
    private final boolean resumed;

    private RunDirectory(Path folder, boolean resumed) {
        this.folder = folder;
        this.resumed = resumed;
    }

    /**
     * What a run is started with.
     *
     * @param configuration resolved recipe as YAML; on resume the stored one stays as it is
     * @param codeVersion version of the program, for reports
     * @param clock time of the start
     */
    public record Start(String configuration, String codeVersion, Clock clock) {}

    /**
     * Creates, resumes or replaces a run.
     *
     * @param folder created with its parents if absent
     * @param existing what to do when it holds a run
     * @throws UsageException if the folder holds a run and {@code existing} is REFUSE, holds other files, or there is nothing to
     *     resume
     * @throws OutputException if the folder cannot be written
     */
    public static RunDirectory open(Path folder, ExistingRun existing, Start start) {
        boolean isRun = isRun(folder);
        requireUsable(folder, existing, isRun);
        try {
            if (isRun && existing == ExistingRun.OVERWRITE) {
                deleteRun(folder);
            }
            boolean resumed = existing == ExistingRun.RESUME;
            RunDirectory run = new RunDirectory(folder, resumed);
            Files.createDirectories(run.checkpoints());
            Files.createDirectories(run.pictures());
            run.recordStart(start);
            if (!resumed) {
                // Written last and moved into place: a folder with a config.yaml is a complete run folder.
                AtomicFile.writeString(folder.resolve(CONFIGURATION), true, start.configuration());
            }
            return run;
        } catch (IOException e) {
            throw new OutputException("Run folder %s cannot be written: %s".formatted(folder, e), e);
        }
    }

    /**
     * Refuses, before data are read, what {@link #open} would refuse; writes nothing.
     *
     * @throws UsageException as {@link #open}
     * @throws OutputException if the folder is a file
     */
    public static void check(Path folder, ExistingRun existing) {
        requireUsable(folder, existing, isRun(folder));
    }

    /**
     * The recipe that a run was started with.
     *
     * @param folder holds a run, see {@link #check}
     * @throws InputException if the file cannot be read
     */
    public static String storedConfiguration(Path folder) {
        Path file = folder.resolve(CONFIGURATION);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InputException("Stored recipe %s cannot be read: %s".formatted(file, e), e);
        }
    }

    /** The folder itself. */
    public Path path() {
        return folder;
    }

    /** Whether an earlier run goes on. */
    public boolean resumed() {
        return resumed;
    }

    /** Folder of weights and optimizer states; exists. */
    public Path checkpoints() {
        return folder.resolve(CHECKPOINTS);
    }

    /** Folder of predictions; exists. */
    public Path pictures() {
        return folder.resolve(PICTURES);
    }

    /** File of the figures; see {@link MetricsLog}. */
    public Path metrics() {
        return folder.resolve(METRICS);
    }

    /** A name for a TensorBoard file that no earlier start used. */
    public Path newEventsFile(Clock clock) {
        long seconds = clock.instant().getEpochSecond();
        Path file = folder.resolve(EVENTS_PREFIX + seconds + ".crobim");
        for (int i = 1; Files.exists(file); i++) {
            file = folder.resolve(EVENTS_PREFIX + seconds + ".crobim." + i);
        }
        return file;
    }

    private void recordStart(Start start) throws IOException {
        String line =
                "%s %s %s%n".formatted(start.clock().instant(), resumed ? "resume" : "start", start.codeVersion());
        Files.writeString(
                folder.resolve(VERSION),
                line,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
    }

    /** Whether a folder holds a run, finished or not. */
    public static boolean isRun(Path folder) {
        return Files.isRegularFile(folder.resolve(CONFIGURATION));
    }

    private static void requireUsable(Path folder, ExistingRun existing, boolean isRun) {
        if (isRun && existing == ExistingRun.REFUSE) {
            throw new UsageException(
                    "%s already holds a run. Use --resume to go on with it, --overwrite to start anew, or another folder."
                            .formatted(folder));
        }
        if (!isRun && existing == ExistingRun.RESUME) {
            throw new UsageException("%s holds no run to resume: it has no %s. Leave --resume out to start one."
                    .formatted(folder, CONFIGURATION));
        }
        if (!isRun && holdsFiles(folder)) {
            throw new UsageException(
                    "%s holds files but no run (no %s); expected an empty or new folder. Choose another folder."
                            .formatted(folder, CONFIGURATION));
        }
    }

    private static boolean holdsFiles(Path folder) {
        if (Files.notExists(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.anyMatch(entry -> !leftByAnInterruptedStart(entry));
        } catch (IOException e) {
            throw new OutputException("Run folder %s cannot be listed, expected a folder: %s".formatted(folder, e), e);
        }
    }

    /** What {@link #open} writes before config.yaml; a start that died there must not block the folder for ever. */
    private static boolean leftByAnInterruptedStart(Path entry) {
        String name = entry.getFileName().toString();
        return name.equals(VERSION)
                || isEmptyFolder(entry) && List.of(CHECKPOINTS, PICTURES).contains(name);
    }

    private static boolean isEmptyFolder(Path entry) {
        try (Stream<Path> inside = Files.list(entry)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes what a run writes and nothing else: a user's notes beside it stay. */
    private static void deleteRun(Path folder) throws IOException {
        // The mark of a run goes last, so that an interrupted deletion can be repeated.
        for (String name : List.of(CHECKPOINTS, PICTURES, METRICS, VERSION)) {
            deleteTree(folder.resolve(name));
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith(EVENTS_PREFIX)) {
                    Files.delete(entry);
                }
            }
        }
        Files.delete(folder.resolve(CONFIGURATION));
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
