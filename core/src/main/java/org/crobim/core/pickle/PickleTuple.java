package org.crobim.core.pickle;

import java.util.List;

/**
 * A Python tuple.
 *
 * @param items in order
 */
public record PickleTuple(List<Object> items) {
    /** Copies the list. */
    public PickleTuple {
        items = List.copyOf(items);
    }

    /** A tuple of these items. */
    public static PickleTuple of(Object... items) {
        return new PickleTuple(List.of(items));
    }
}
