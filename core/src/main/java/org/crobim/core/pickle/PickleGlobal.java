package org.crobim.core.pickle;

/**
 * The name of a Python class or function; nothing is behind it.
 *
 * @param module for example {@code collections}
 * @param name for example {@code OrderedDict}, with dots where it is nested
 */
public record PickleGlobal(String module, String name) {
    @Override
    public String toString() {
        return "%s.%s".formatted(module, name);
    }
}
