package org.crobim.core.pickle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads pickles as data, protocols 0 to 5. No class of the file is looked up, nothing of it is run, and what is read is bounded in
 * memory, depth and time. Immutable and thread-safe if the given functions are.
 *
 * <p>Also refused, though Python reads it: values that contain themselves, keys that are longer tuples, integers of more than 1,024
 * bytes, buffers outside of the pickle. Texts of Python 2, whose encoding the file does not tell, are read as UTF-8, or
 * else as Latin-1.
 */
public final class Unpickler {
    private final PickleLimits limits;
    private final AllowedGlobals allowed;
    private final PersistentValues persistent;

    /**
     * @param limits how much is read at most
     * @param allowed Python names that may occur, with what is built for them
     * @param persistent finds values that lie outside of the pickle
     */
    public Unpickler(PickleLimits limits, AllowedGlobals allowed, PersistentValues persistent) {
        this.limits = limits;
        this.allowed = allowed;
        this.persistent = persistent;
    }

    /** Reads built-in values only, within {@link PickleLimits#standard()}. */
    public static Unpickler ofPlainValues() {
        return new Unpickler(PickleLimits.standard(), AllowedGlobals.none(), PersistentValues.none());
    }

    /**
     * Reads one pickle and stops behind it: what follows in the stream, such as a further pickle, stays there.
     *
     * @param stream read byte by byte, so buffer it
     * @return values as in the table of this package
     * @throws PickleException if the pickle is damaged, exceeds a limit or asks for what is not allowed
     * @throws IOException if the stream cannot be read
     */
    public Object read(InputStream stream) throws IOException {
        Object value = new PickleMachine(new PickleInput(stream, limits), limits, allowed, persistent).run();
        ValueGraph.requireWalkable(value, limits);
        return value;
    }

    /**
     * Reads a file that holds one pickle and nothing else.
     *
     * @throws PickleException as {@link #read(InputStream)} does, and if more follows
     * @throws IOException if the file cannot be read
     */
    public Object read(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            Object value = read(stream);
            if (stream.read() >= 0) {
                throw new PickleException("more bytes follow behind the end of the pickle");
            }
            return value;
        }
    }
}
