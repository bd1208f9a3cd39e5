package org.crobim.predict;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets threads use native memory side by side, refuses its use after the release, and delays the release until then. */
final class UseGuard {
    private final String name;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /**
     * @param name of the guarded thing, for the error message
     */
    UseGuard(String name) {
        this.name = name;
    }

    /**
     * Runs work during which nothing is released.
     *
     * @throws IllegalStateException after the release
     */
    <T> T use(Supplier<T> work) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException(name + " is closed");
            }
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Releases once, when no work is running; never called from within work. */
    void close(Runnable release) {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                release.run();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
