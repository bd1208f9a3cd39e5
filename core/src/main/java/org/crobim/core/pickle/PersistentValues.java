package org.crobim.core.pickle;

/** Finds values that lie outside of the pickle, such as the storages of a checkpoint. */
@FunctionalInterface
public interface PersistentValues {
    /**
     * The value with this id.
     *
     * @param id a value as in the package's table: a text in old pickles, usually a {@link PickleTuple} in new ones
     * @throws IllegalArgumentException if there is none
     */
    Object find(Object id);

    /** For pickles that stand alone: every id is refused. */
    static PersistentValues none() {
        return id -> {
            throw new IllegalArgumentException("this pickle may not refer to values outside of it");
        };
    }
}
