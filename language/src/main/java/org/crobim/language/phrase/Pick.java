package org.crobim.language.phrase;

import java.util.List;
import java.util.random.RandomGenerator;

/** Chance in the choice of words. */
final class Pick {
    private final RandomGenerator random;
    private final boolean varied;

    Pick(RandomGenerator random, ParaphraseStyle style) {
        this.random = random;
        this.varied = style == ParaphraseStyle.VARIED;
    }

    /** One of the wordings, in the plain style always the first. */
    String of(List<String> wordings) {
        return varied ? wordings.get(random.nextInt(wordings.size())) : wordings.get(0);
    }

    /** True with the given probability, in the plain style never. */
    boolean sometimes(double probability) {
        return varied && random.nextDouble() < probability;
    }
}
