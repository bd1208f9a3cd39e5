package org.crobim.core.pickle;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Proves that a value can be walked through: it ends, is not too deep, and does not unfold to more than the limit though parts
 * of it are shared. Takes time in proportion to what is stored, without recursion.
 */
final class ValueGraph {
    private final PickleLimits limits;
    private final Map<Object, Visit> visits = new IdentityHashMap<>();
    private final Deque<Visit> path = new ArrayDeque<>();

    private ValueGraph(PickleLimits limits) {
        this.limits = limits;
    }

    /** A container, open while its children are looked at. */
    private static final class Visit {
        private final Iterator<?> children;
        private boolean open = true;
        private long size = 1;
        private int depth = 1;

        Visit(Iterator<?> children) {
            this.children = children;
        }
    }

    /**
     * Checks a finished value.
     *
     * @throws PickleException if it refers to itself, is too deep or unfolds to too much
     */
    static void requireWalkable(Object root, PickleLimits limits) throws PickleException {
        if (isContainer(root)) {
            new ValueGraph(limits).walk(root);
        }
    }

    private void walk(Object root) throws PickleException {
        open(root);
        while (!path.isEmpty()) {
            Visit current = path.element();
            if (current.children.hasNext()) {
                visit(current, current.children.next());
            } else {
                current.open = false;
                path.pop();
                if (!path.isEmpty()) {
                    add(path.element(), current);
                }
            }
        }
    }

    private void visit(Visit parent, Object child) throws PickleException {
        if (!isContainer(child)) {
            grow(parent, leafSize(child));
            return;
        }
        Visit seen = visits.get(child);
        if (seen == null) {
            open(child);
        } else if (seen.open) {
            throw new PickleException("a value contains itself");
        } else {
            add(parent, seen);
        }
    }

    private void open(Object container) throws PickleException {
        Visit visit = new Visit(children(container));
        visits.put(container, visit);
        path.push(visit);
        requireDepth(path.size());
    }

    private void add(Visit parent, Visit child) throws PickleException {
        grow(parent, child.size);
        parent.depth = Math.max(parent.depth, child.depth + 1);
        requireDepth(parent.depth);
    }

    private void grow(Visit visit, long size) throws PickleException {
        // Neither term exceeds the limit, which is far below the largest long.
        visit.size += size;
        if (visit.size > limits.unfoldedSize()) {
            throw new PickleException(
                    "shared values unfold to more than %d values and characters".formatted(limits.unfoldedSize()));
        }
    }

    private void requireDepth(int depth) throws PickleException {
        if (depth > limits.depth()) {
            throw new PickleException("containers lie more than %d deep in one another".formatted(limits.depth()));
        }
    }

    private static boolean isContainer(Object value) {
        return value instanceof Collection<?> || value instanceof Map<?, ?> || value instanceof PickleTuple;
    }

    private static Iterator<?> children(Object container) {
        if (container instanceof Map<?, ?> map) {
            return new EntryValues(map.entrySet().iterator());
        }
        return container instanceof PickleTuple tuple
                ? tuple.items().iterator()
                : ((Collection<?>) container).iterator();
    }

    private static long leafSize(Object leaf) {
        if (leaf instanceof String text) {
            return 1 + text.length();
        }
        return leaf instanceof byte[] bytes ? 1 + bytes.length : 1;
    }

    /** Keys and values in turn. */
    private static final class EntryValues implements Iterator<Object> {
        private final Iterator<? extends Map.Entry<?, ?>> entries;
        private Iterator<?> pair = Set.of().iterator();

        EntryValues(Iterator<? extends Map.Entry<?, ?>> entries) {
            this.entries = entries;
        }

        @Override
        public boolean hasNext() {
            return pair.hasNext() || entries.hasNext();
        }

        @Override
        public Object next() {
            if (!pair.hasNext()) {
                Map.Entry<?, ?> entry = entries.next();
                pair = List.of(entry.getKey(), entry.getValue()).iterator();
            }
            return pair.next();
        }
    }
}
