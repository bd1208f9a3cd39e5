package org.crobim.predict.cache;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How much a cache may keep.
 *
 * @param memoryBytes native memory, at least 0; the image in use is kept even if it is larger
 * @param folder of what does not fit into memory, and of what later processes shall find; empty keeps nothing on disk
 * @param diskBytes size of the files there, at least 0
 */
public record CacheLimits(long memoryBytes, Optional<Path> folder, long diskBytes) {
    /** Checks the ranges. */
    public CacheLimits {
        if (memoryBytes < 0 || diskBytes < 0) {
            throw new IllegalArgumentException(
                    "Limits of a cache must not be negative, got %d and %d bytes".formatted(memoryBytes, diskBytes));
        }
    }

    /** In memory only. */
    public static CacheLimits inMemory(long bytes) {
        return new CacheLimits(bytes, Optional.empty(), 0);
    }
}
