package org.crobim.app.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.file.IOConsumer;

/**
 * An output folder whose files appear together at the end of a run.
 *
 * <p>Files are made in a hidden folder on the same disk and moved into place by {@link #publish()}; whatever ends the run
 * before leaves no trace, neither of this run nor of a former one half replaced. Two runs with the same folder never mix: the later
 * one finds the files of the earlier one and is refused, or replaces all of them. One thread at a time.
 */
public final class StagedFolder implements AutoCloseable {
    private static final String PREFIX = ".crobim-";
    /** Stands in the folder while files are moved into it. */
    private static final String PUBLISHING = ".crobim-publishing";

    private final Path folder;
    private final Pattern ownNames;
    private final boolean overwrite;
    private final Path staging;
    private final FileSink sink;
    private final Thread cleaner;
    private final List<String> names = new ArrayList<>();
    private final Object moving = new Object();

    /** Where bytes become a file; tests put a full disk here. */
    @FunctionalInterface
    interface FileSink {
        /** Creates the file with this content. */
        void write(Path file, byte[] content) throws IOException;
    }

    /** Which files of which folder, and whether they may be replaced. */
    private record Target(Path folder, Pattern ownNames, boolean overwrite) {}

    private StagedFolder(Target target, Path staging, FileSink sink) {
        this.folder = target.folder();
        this.ownNames = target.ownNames();
        this.overwrite = target.overwrite();
        this.staging = staging;
        this.sink = sink;
        // Control-C ends the process without closing anything; what is being moved arrives completely.
        this.cleaner = new Thread(() -> {
            synchronized (moving) {
                removeQuietly(staging);
            }
        });
        Runtime.getRuntime().addShutdownHook(cleaner);
    }

    /**
     * Refuses, before any work, what cannot become the output folder of a run.
     *
     * @param folder made by {@link #publish()} if it does not exist
     * @param ownNames names of the files that such a run writes; other files in the folder are left alone
     * @param overwrite whether files of a former run may be replaced; all of them go, also those without successor
     * @throws UsageException if there are files of a former run and they may not be replaced
     * @throws OutputException if the folder is a file, or nothing can be written
     */
    public static StagedFolder prepare(Path folder, Pattern ownNames, boolean overwrite) {
        return prepare(folder, ownNames, overwrite, Files::write);
    }

    static StagedFolder prepare(Path folder, Pattern ownNames, boolean overwrite, FileSink sink) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new OutputException("%s: is a file, expected a folder. Name another --out.".formatted(folder));
        }
        try {
            requireReplaceable(folder, ownNames, overwrite);
            Path staging = Files.createTempDirectory(nearestExisting(folder), PREFIX);
            return new StagedFolder(new Target(folder, ownNames, overwrite), staging, sink);
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    /** Makes a file; readers should look last at the one that is made last. */
    public void write(String name, byte[] content) {
        make(name, file -> sink.write(file, content));
    }

    /**
     * Lets somebody else make a file, who need not hold all of it in memory.
     *
     * @param writer creates the file that it is given; its own errors pass through
     */
    public void make(String name, IOConsumer<Path> writer) {
        if (!ownNames.matcher(name).matches()) {
            throw new IllegalArgumentException("%s is not among the files %s".formatted(name, ownNames));
        }
        try {
            writer.accept(staging.resolve(name));
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
        names.add(name);
    }

    /**
     * Replaces the files of a former run by those of this one, in the order in which they were made.
     *
     * @throws UsageException if another run has put files there meanwhile that may not be replaced
     * @throws OutputException if files cannot be moved
     */
    public void publish() {
        synchronized (moving) {
            Path claim = folder.resolve(PUBLISHING);
            try {
                Files.createDirectories(folder);
                Files.createFile(claim);
            } catch (FileAlreadyExistsException e) {
                throw new UsageException(
                        "%s: another run is writing its results there at this moment. Name another --out; if none runs, delete %s."
                                .formatted(folder, claim),
                        e);
            } catch (IOException e) {
                throw notWritable(folder, e);
            }
            moveAll(claim);
        }
    }

    private void moveAll(Path claim) {
        try {
            requireReplaceable(folder, ownNames, overwrite);
            for (Path file : former(folder, ownNames)) {
                Files.delete(file);
            }
            for (String name : names) {
                Files.move(staging.resolve(name), folder.resolve(name));
            }
        } catch (IOException e) {
            throw notWritable(folder, e);
        } finally {
            removeQuietly(claim);
        }
    }

    private static void requireReplaceable(Path folder, Pattern ownNames, boolean overwrite) throws IOException {
        Optional<Path> former = former(folder, ownNames).stream().findFirst();
        if (former.isPresent() && !overwrite) {
            throw new UsageException(
                    "%s: exists already. Use --overwrite to replace former results, or name another --out."
                            .formatted(former.get()));
        }
    }

    /** Files of a former run, by name. */
    private static List<Path> former(Path folder, Pattern ownNames) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            ownNames.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static Path nearestExisting(Path folder) {
        Path candidate = folder.toAbsolutePath().normalize();
        Path parent = candidate.getParent();
        while (!Files.exists(candidate) && parent != null) {
            candidate = parent;
            parent = candidate.getParent();
        }
        if (!Files.isDirectory(candidate)) {
            throw new OutputException(
                    "%s: cannot be made, because %s is a file. Name another --out.".formatted(folder, candidate));
        }
        return candidate;
    }

    private static OutputException notWritable(Path folder, IOException cause) {
        String reason =
                cause instanceof AccessDeniedException ? "permission denied" : String.valueOf(cause.getMessage());
        return new OutputException(
                "%s: cannot be written (%s). Check the free space and the permissions of the folder."
                        .formatted(folder, reason),
                cause);
    }

    /** A folder of files, or a file. */
    private static void removeQuietly(Path staging) {
        try (Stream<Path> tree = Files.walk(staging)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // Gone already, or the process is ending, or the disk is lost: a hidden file stays, results are not
            // touched.
            return;
        }
    }

    /** Removes what was not published. */
    @Override
    public void close() {
        removeQuietly(staging);
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException e) {
            // The process is ending; the hook is running anyway.
            return;
        }
    }
}
