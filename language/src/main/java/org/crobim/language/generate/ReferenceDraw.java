package org.crobim.language.generate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.crobim.language.Stratum;
import org.jspecify.annotations.Nullable;

/**
 * Draws from all references of a scene without repeating one: first the kind by weight, then evenly a class, the number of
 * claims, an object and a description, so that what is numerous does not crowd out the rest. Used for one scene.
 */
final class ReferenceDraw {
    private final List<Reference> left;
    private final StratumMix mix;
    private @Nullable Reference previous;

    ReferenceDraw(List<Reference> references, StratumMix mix) {
        this.left = new ArrayList<>(references);
        this.mix = mix;
    }

    /** The next reference; empty when nothing is left. */
    Optional<Reference> next(RandomGenerator random) {
        List<Reference> choice = contrasting(random);
        if (choice.isEmpty()) {
            choice = ofDrawnStratum(random);
        }
        if (choice.isEmpty()) {
            return Optional.empty();
        }
        Reference drawn = evenly(choice, random);
        left.remove(drawn);
        previous = drawn;
        return Optional.of(drawn);
    }

    private List<Reference> contrasting(RandomGenerator random) {
        Reference last = previous;
        return last != null && random.nextDouble() < mix.contrastShare()
                ? where(left, reference -> reference.contrasts(last))
                : List.of();
    }

    private List<Reference> ofDrawnStratum(RandomGenerator random) {
        Set<Stratum> offered = EnumSet.noneOf(Stratum.class);
        double total = 0;
        for (Reference reference : left) {
            if (offered.add(reference.stratum())) {
                total += mix.weight(reference.stratum());
            }
        }
        double point = random.nextDouble() * total;
        for (Stratum stratum : offered) {
            point -= mix.weight(stratum);
            if (point < 0) {
                return where(left, reference -> reference.stratum() == stratum);
            }
        }
        return List.of();
    }

    private static Reference evenly(List<Reference> references, RandomGenerator random) {
        List<Reference> choice = oneGroup(references, Reference::category, random);
        choice = oneGroup(choice, reference -> reference.description().claims().size(), random);
        choice = oneGroup(choice, Reference::target, random);
        return choice.get(random.nextInt(choice.size()));
    }

    /** The references that share one value of the key, each value equally likely. */
    private static List<Reference> oneGroup(
            List<Reference> references, Function<Reference, ?> key, RandomGenerator random) {
        List<?> keys = references.stream().map(key).distinct().toList();
        Object drawn = keys.get(random.nextInt(keys.size()));
        return where(references, reference -> key.apply(reference).equals(drawn));
    }

    private static List<Reference> where(List<Reference> references, Predicate<Reference> wanted) {
        return references.stream().filter(wanted).toList();
    }
}
