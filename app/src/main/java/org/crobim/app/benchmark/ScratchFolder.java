package org.crobim.app.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.crobim.core.error.OutputException;

/** A folder for temporary files that goes with its owner. */
public final class ScratchFolder implements AutoCloseable {
    private final Path path;

    private ScratchFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes a folder where the system keeps temporary files.
     *
     * @throws OutputException if it cannot be made
     */
    public static ScratchFolder create() {
        try {
            return new ScratchFolder(Files.createTempDirectory("crobim-scenes-"));
        } catch (IOException e) {
            throw new OutputException(
                    "no folder for temporary files can be made (%s). Set java.io.tmpdir to another.".formatted(e), e);
        }
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new OutputException("%s: temporary files cannot be removed (%s).".formatted(path, e), e);
        }
    }
}
