package org.crobim.language.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Chance in the choice of what to say. */
final class Draw {
    private final RandomGenerator random;

    Draw(RandomGenerator random) {
        this.random = random;
    }

    RandomGenerator random() {
        return random;
    }

    /** True with the given probability. */
    boolean sometimes(double probability) {
        return random.nextDouble() < probability;
    }

    /** One of the choices; empty when there is none. */
    <T> Optional<T> any(List<? extends T> choices) {
        return choices.isEmpty() ? Optional.empty() : Optional.of(choices.get(random.nextInt(choices.size())));
    }

    /** The same elements in a drawn order. */
    <T> List<T> shuffled(List<T> elements) {
        List<T> left = new ArrayList<>(elements);
        List<T> drawn = new ArrayList<>(left.size());
        while (!left.isEmpty()) {
            drawn.add(left.remove(random.nextInt(left.size())));
        }
        return drawn;
    }
}
