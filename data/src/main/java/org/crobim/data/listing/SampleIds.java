package org.crobim.data.listing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives each sample its own id: the name of its file, from the second use on with {@code #2}, {@code #3}. */
public final class SampleIds {
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> uses = new HashMap<>();

    /** An id that was not given yet. */
    public String next(String name) {
        String id = name;
        while (!taken.add(id)) {
            id = "%s#%d".formatted(name, uses.merge(name, 1, Integer::sum) + 1);
        }
        return id;
    }

    /** A file name without its extension. */
    public static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
