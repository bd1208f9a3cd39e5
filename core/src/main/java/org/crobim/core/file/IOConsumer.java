package org.crobim.core.file;

import java.io.IOException;

/**
 * A use of a value that may fail in reading or writing.
 *
 * @param <T> what is used, such as an output stream
 */
@FunctionalInterface
public interface IOConsumer<T> {
    /**
     * Uses the value.
     *
     * @param value never closed by the consumer
     * @throws IOException when the reading or writing inside fails
     */
    void accept(T value) throws IOException;
}
