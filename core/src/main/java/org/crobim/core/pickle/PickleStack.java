package org.crobim.core.pickle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values a pickle works on; marks divide them into groups. */
final class PickleStack {
    private final List<Object> values = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();
    private final long mostPushes;
    private long pushes;

    PickleStack(long mostPushes) {
        this.mostPushes = mostPushes;
    }

    void push(Object value) throws PickleException {
        count();
        values.add(value);
    }

    void mark() throws PickleException {
        count();
        marks.add(values.size());
    }

    Object pop() throws PickleException {
        requireValue();
        return values.remove(values.size() - 1);
    }

    Object peek() throws PickleException {
        requireValue();
        return values.get(values.size() - 1);
    }

    /** Removes the last mark and what lies above it, oldest first. */
    List<Object> popToMark() throws PickleException {
        if (marks.isEmpty()) {
            throw new PickleException("a mark is missing on the stack");
        }
        List<Object> above = values.subList(marks.remove(marks.size() - 1), values.size());
        List<Object> popped = new ArrayList<>(above);
        above.clear();
        return popped;
    }

    /** Removes the last values, oldest first. */
    List<Object> pop(int count) throws PickleException {
        if (values.size() - bottom() < count) {
            throw new PickleException(
                    "%d values are needed on the stack, %d are there".formatted(count, values.size() - bottom()));
        }
        List<Object> top = values.subList(values.size() - count, values.size());
        List<Object> popped = new ArrayList<>(top);
        top.clear();
        return popped;
    }

    /** What the instruction {@code POP} removes: the last value, or the mark when none lies above it. */
    void discard() throws PickleException {
        if (!marks.isEmpty() && values.size() == bottom()) {
            marks.remove(marks.size() - 1);
        } else {
            pop();
        }
    }

    /** The last value, which stays, as list to append to. */
    @SuppressWarnings("unchecked")
    List<Object> peekList() throws PickleException {
        if (peek() instanceof List<?> list) {
            return (List<Object>) list;
        }
        throw expected("list");
    }

    /** The last value, which stays, as dict to put into. */
    @SuppressWarnings("unchecked")
    Map<Object, Object> peekMap() throws PickleException {
        if (peek() instanceof Map<?, ?> map) {
            return (Map<Object, Object>) map;
        }
        throw expected("dict");
    }

    /** The last value, which stays, as set to add to. */
    @SuppressWarnings("unchecked")
    Set<Object> peekSet() throws PickleException {
        if (peek() instanceof Set<?> set) {
            return (Set<Object>) set;
        }
        throw expected("set");
    }

    /** The last value, removed, as text. */
    String popText() throws PickleException {
        if (pop() instanceof String text) {
            return text;
        }
        throw new PickleException("a text is needed on the stack");
    }

    /** The last value, removed, as tuple. */
    PickleTuple popTuple() throws PickleException {
        if (pop() instanceof PickleTuple tuple) {
            return tuple;
        }
        throw new PickleException("a tuple is needed on the stack");
    }

    /** Number of values, for the end, when it must be one. */
    int size() {
        return values.size() + marks.size();
    }

    private void count() throws PickleException {
        if (++pushes > mostPushes) {
            throw new PickleException("the pickle builds more than %d values".formatted(mostPushes));
        }
    }

    private int bottom() {
        return marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
    }

    private void requireValue() throws PickleException {
        if (values.size() <= bottom()) {
            throw new PickleException("a value is missing on the stack");
        }
    }

    private PickleException expected(String kind) throws PickleException {
        return new PickleException("a %s is needed on the stack, a %s is there"
                .formatted(kind, peek().getClass().getSimpleName()));
    }
}
