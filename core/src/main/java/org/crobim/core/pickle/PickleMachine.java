package org.crobim.core.pickle;

import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of reading one pickle: what is on the stack, what is remembered, what Python names are allowed. */
final class PickleMachine {
    private final PickleInput input;
    private final PickleLimits limits;
    private final PickleStack stack;
    private final AllowedGlobals allowed;
    private final PersistentValues persistent;
    private final Map<Long, Object> memo = new HashMap<>();
    private final Map<Object, PickleConstructor> makers = new IdentityHashMap<>();

    PickleMachine(PickleInput input, PickleLimits limits, AllowedGlobals allowed, PersistentValues persistent) {
        this.input = input;
        this.limits = limits;
        this.stack = new PickleStack(limits.values());
        this.allowed = allowed;
        this.persistent = persistent;
    }

    PickleInput input() {
        return input;
    }

    PickleStack stack() {
        return stack;
    }

    /** Runs to the end and returns the only value that is left. */
    Object run() throws IOException {
        while (true) {
            long position = input.position();
            PickleInstruction instruction = null;
            try {
                int code = input.unsignedByte();
                if (code == PickleInstruction.STOP) {
                    return result();
                }
                instruction = PickleInstruction.of(code);
                instruction.action().run(this);
            } catch (PickleException e) {
                throw located(e, position, instruction);
            } catch (UnsupportedOperationException e) {
                throw located(new PickleException("a finished value is changed", e), position, instruction);
            }
        }
    }

    /** Remembers the last value. */
    void remember(long index) throws PickleException {
        if (index < 0) {
            throw new PickleException("a value is remembered as number %d".formatted(index));
        }
        memo.put(index, stack.peek());
        if (memo.size() > limits.values()) {
            throw new PickleException("the pickle remembers more than %d values".formatted(limits.values()));
        }
    }

    /** Remembers the last value under the next number. */
    void rememberNext() throws PickleException {
        remember(memo.size());
    }

    /** Brings a remembered value onto the stack. */
    void recall(long index) throws PickleException {
        Object value = memo.get(index);
        if (value == null) {
            throw new PickleException("nothing is remembered as number %d".formatted(index));
        }
        stack.push(value);
    }

    /** A Python name, if it is allowed. */
    PickleGlobal global(String module, String name) throws PickleException {
        PickleGlobal global = new PickleGlobal(module, name);
        if (allowed.find(global).isEmpty()) {
            throw new PickleException(("the pickle asks for the Python code %s. Only data is read, nothing is run:"
                            + " if you trust the file, save it again with built-in types only")
                    .formatted(global));
        }
        return global;
    }

    /** Puts what stands for a Python call onto the stack. */
    void call(Object callee, List<Object> arguments) throws PickleException {
        PickleConstructor constructor =
                callee instanceof PickleGlobal global ? allowed.find(global).orElse(null) : null;
        if (constructor == null) {
            throw new PickleException("a value that is no Python name is called");
        }
        try {
            Object made = constructor.construct(arguments);
            makers.put(made, constructor);
            stack.push(made);
        } catch (IllegalArgumentException e) {
            throw new PickleException("%s cannot be built: %s".formatted(callee, e.getMessage()), e);
        }
    }

    /** Gives a state to the last value. */
    void build(Object state) throws PickleException {
        Object made = stack.peek();
        PickleConstructor constructor = makers.get(made);
        if (constructor == null) {
            throw new PickleException("a state is given to a %s, which takes none"
                    .formatted(made.getClass().getSimpleName()));
        }
        try {
            constructor.setState(made, state);
        } catch (IllegalArgumentException e) {
            throw new PickleException("a state cannot be used: %s".formatted(e.getMessage()), e);
        }
    }

    /** Puts a value from outside of the pickle onto the stack. */
    void persistent(Object id) throws PickleException {
        try {
            stack.push(persistent.find(id));
        } catch (IllegalArgumentException e) {
            throw new PickleException("a value outside of the pickle is missing: %s".formatted(e.getMessage()), e);
        }
    }

    private Object result() throws PickleException {
        if (stack.size() != 1) {
            throw new PickleException("%d values are left at the end, expected one".formatted(stack.size()));
        }
        return stack.pop();
    }

    private static PickleException located(
            PickleException error, long position, @Nullable PickleInstruction instruction) {
        String where = instruction == null
                ? "at byte %d".formatted(position)
                : "%s at byte %d".formatted(instruction.name(), position);
        return new PickleException("%s (%s)".formatted(error.getMessage(), where), error);
    }
}
