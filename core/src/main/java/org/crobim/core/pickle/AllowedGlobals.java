package org.crobim.core.pickle;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The Python names that a pickle may use, and what is built in their place. Immutable. */
public final class AllowedGlobals {
    private static final AllowedGlobals NONE = new AllowedGlobals(Map.of());

    private final Map<PickleGlobal, PickleConstructor> constructors;

    private AllowedGlobals(Map<PickleGlobal, PickleConstructor> constructors) {
        this.constructors = Map.copyOf(constructors);
    }

    /** No name at all: only built-in values. */
    public static AllowedGlobals none() {
        return NONE;
    }

    /** The same names and one more that may be called. */
    public AllowedGlobals with(String module, String name, PickleConstructor constructor) {
        Map<PickleGlobal, PickleConstructor> more = new HashMap<>(constructors);
        more.put(new PickleGlobal(module, name), constructor);
        return new AllowedGlobals(more);
    }

    /** The same names and one more that may stand as a value, but is never called. */
    public AllowedGlobals withName(String module, String name) {
        return with(module, name, arguments -> {
            throw new IllegalArgumentException("%s.%s is allowed as a name only".formatted(module, name));
        });
    }

    /** What is built for a name; empty where it is not allowed. */
    Optional<PickleConstructor> find(PickleGlobal global) {
        return Optional.ofNullable(constructors.get(global));
    }
}
