package org.crobim.language.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneLayout;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.InRegion;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.OfSize;
import org.crobim.language.claim.Scene;
import org.crobim.language.claim.Towards;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;
import org.crobim.language.rules.Margins;

/**
 * Draws descriptions that surely fit nothing: a class that is there but not in that place or direction, or a class that is not
 * there at all. Even slivers of objects count as there, and the margins are wide. Used for one scene.
 */
final class AbsenceDraw {
    /** Share of sentences about a class that is there: they cannot be refused by looking for the class alone. */
    private static final double PRESENT_CLASS_SHARE = 0.5;

    /** Share of those that speak of a direction from another object; low, so that relations are not mostly wrong ones. */
    private static final double DIRECTION_SHARE = 0.12;

    private static final int TRIES = 8;

    private final Scene scene;
    private final List<ObjectCategory> present;
    private final List<ObjectCategory> absent;
    private final List<ObjectCategory> anchors;

    AbsenceDraw(SceneLayout layout, GeneratorOptions options) {
        this.scene = new Scene(layout, 0, Margins.WIDE);
        this.present = List.copyOf(scene.categories());
        List<ObjectCategory> missing = new ArrayList<>();
        for (ObjectCategory category : ObjectCategory.values()) {
            if (options.annotated().contains(category) && !scene.categories().contains(category)) {
                missing.add(category);
            }
        }
        this.absent = missing;
        this.anchors = present.stream()
                .filter(category -> scene.ofCategory(category).size() == 1
                        && options.targets().allows(scene.ofCategory(category).get(0)))
                .toList();
    }

    /** A description that surely fits nothing; empty when none was found. */
    Optional<Description> next(RandomGenerator random) {
        if (!present.isEmpty() && (absent.isEmpty() || random.nextDouble() < PRESENT_CLASS_SHARE)) {
            for (int i = 0; i < TRIES; i++) {
                ObjectCategory category = any(present, random);
                Description description = Description.of(category, misplaced(category, random));
                if (description.resolve(scene).isNone()) {
                    return Optional.of(description);
                }
            }
        }
        return absent.isEmpty() ? Optional.empty() : Optional.of(missing(random));
    }

    private Claim misplaced(ObjectCategory category, RandomGenerator random) {
        if (random.nextDouble() < DIRECTION_SHARE) {
            List<ObjectCategory> others =
                    anchors.stream().filter(anchor -> anchor != category).toList();
            if (!others.isEmpty()) {
                return towards(any(others, random), random);
            }
        }
        return inRegion(random);
    }

    private Description missing(RandomGenerator random) {
        ObjectCategory category = any(absent, random);
        return switch (random.nextInt(10)) {
            case 0, 1 -> Description.of(category);
            case 2, 3, 4 -> Description.of(category, inRegion(random));
            case 5, 6, 7 -> Description.of(category, new Extreme(any(List.of(Side.values()), random)));
            case 8 -> Description.of(category, new OfSize(any(List.of(SizeRank.values()), random)));
            default ->
                anchors.isEmpty()
                        ? Description.of(category, inRegion(random))
                        : Description.of(category, related(random));
        };
    }

    private Claim related(RandomGenerator random) {
        ObjectCategory anchor = any(anchors, random);
        return random.nextInt(3) == 0 ? new Nearest(Description.of(anchor)) : towards(anchor, random);
    }

    private static Claim towards(ObjectCategory anchor, RandomGenerator random) {
        return new Towards(any(List.of(Bearing.values()), random), Description.of(anchor));
    }

    private static InRegion inRegion(RandomGenerator random) {
        return new InRegion(any(List.of(Region.values()), random));
    }

    private static <T> T any(List<T> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
