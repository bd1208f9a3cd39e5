package org.crobim.core.pickle;

import java.util.List;

/**
 * Builds the plain value that stands for a Python object.
 *
 * <p>What is given may still be unfinished and is not yet checked for depth: look at what is needed, never walk through all of it.
 */
@FunctionalInterface
public interface PickleConstructor {
    /**
     * The value that a call with these arguments stands for.
     *
     * @param arguments values as in the package's table
     * @return a plain value; a new mutable Map or List where items follow
     * @throws IllegalArgumentException if the arguments do not fit
     */
    Object construct(List<Object> arguments);

    /**
     * Takes up the state that Python would give to {@code __setstate__}; without an own rule it is refused.
     *
     * @param made a value of {@link #construct}, changed in place
     * @param state a value as in the package's table
     * @throws IllegalArgumentException if the state does not fit
     */
    default void setState(Object made, Object state) {
        throw new IllegalArgumentException("no state is expected here");
    }
}
