package org.crobim.app.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;

/**
 * An output folder whose files appear together at the end of a run.
 *
 * <p>Files are made in a hidden folder on the same disk and moved into place by {@link #publish()}; whatever ends the run
 * before leaves no trace, neither of this run nor of a former one half replaced. One thread at a time.
 */
public final class StagedFolder implements AutoCloseable {
    private static final String PREFIX = ".crobim-";

    private final Path folder;
    private final Pattern ownNames;
    private final Path staging;
    private final FileSink sink;
    private final Thread cleaner;
    private final List<String> names = new ArrayList<>();

    /** Where bytes become a file; tests put a full disk here. */
    @FunctionalInterface
    interface FileSink {
        /** Creates the file with this content. */
        void write(Path file, byte[] content) throws IOException;
    }

    private StagedFolder(Path folder, Pattern ownNames, Path staging, FileSink sink) {
        this.folder = folder;
        this.ownNames = ownNames;
        this.staging = staging;
        this.sink = sink;
        // Control-C ends the process without closing anything.
        this.cleaner = new Thread(() -> removeQuietly(staging));
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
            Optional<Path> former = former(folder, ownNames).stream().findFirst();
            if (former.isPresent() && !overwrite) {
                throw new UsageException(
                        "%s: exists already. Use --overwrite to replace former results, or name another --out."
                                .formatted(former.get()));
            }
            Path staging = Files.createTempDirectory(nearestExisting(folder), PREFIX);
            return new StagedFolder(folder, ownNames, staging, sink);
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    /** Makes a file; readers should look last at the one that is made last. */
    public void write(String name, byte[] content) {
        if (!ownNames.matcher(name).matches()) {
            throw new IllegalArgumentException("%s is not among the files %s".formatted(name, ownNames));
        }
        try {
            sink.write(staging.resolve(name), content);
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
        names.add(name);
    }

    /**
     * Replaces the files of a former run by those of this one, in the order in which they were made.
     *
     * @throws OutputException if that fails
     */
    public void publish() {
        try {
            Files.createDirectories(folder);
            for (Path file : former(folder, ownNames)) {
                Files.delete(file);
            }
            for (String name : names) {
                Files.move(staging.resolve(name), folder.resolve(name));
            }
        } catch (IOException e) {
            throw notWritable(folder, e);
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

    private static void removeQuietly(Path staging) {
        if (!Files.isDirectory(staging)) {
            return;
        }
        try (Stream<Path> files = Files.list(staging)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(staging);
        } catch (IOException e) {
            // The process is ending, or the disk is gone: a hidden folder stays, results are not touched.
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
