package org.crobim.geo.instance;

import java.util.Arrays;
import org.crobim.core.error.InputException;

/** Which provisional labels turned out to be one object (union-find over whole numbers). */
final class RunLabels {
    /** 64 million labels are a quarter of a gigabyte; a mask with more is noise. */
    private static final int MOST_LABELS = 1 << 26;

    private static final int FIRST_CAPACITY = 1024;

    private int[] parents = new int[FIRST_CAPACITY];
    private int count;

    /**
     * A new label.
     *
     * @throws InputException if there are too many
     */
    int create() {
        if (count == MOST_LABELS) {
            throw new InputException(
                    "the mask falls into more than %d separate parts: it is noise. Raise --threshold or --min-area, or ask for something else."
                            .formatted(MOST_LABELS));
        }
        if (count == parents.length) {
            parents = Arrays.copyOf(parents, 2 * parents.length);
        }
        parents[count] = count;
        return count++;
    }

    int count() {
        return count;
    }

    /** The smallest label of the same object. */
    int root(int label) {
        int root = label;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** Says that two labels are one object; the smaller one stays. */
    int join(int one, int other) {
        int first = root(one);
        int second = root(other);
        int kept = Math.min(first, second);
        parents[Math.max(first, second)] = kept;
        return kept;
    }
}
