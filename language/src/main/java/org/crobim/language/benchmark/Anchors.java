package org.crobim.language.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneObject;
import org.crobim.language.attribute.ColourName;
import org.crobim.language.claim.Candidates;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.Has;
import org.crobim.language.claim.OfSize;
import org.crobim.language.claim.Scene;
import org.crobim.language.generate.TargetRules;

/** Objects that relations may start from, each with short descriptions that name it alone. Used for one scene. */
final class Anchors {
    /** More anchors say nothing new and take time. */
    private static final int DRAWN = 5;

    private static final int MOST_OF_A_CLASS = 10;

    private static final List<Claim> CLAIMS = Stream.of(
                    TrueClaims.ALL_PLACES.stream(),
                    Stream.of(ColourName.values()).<Claim>map(Has::new),
                    TrueClaims.EXTREMES.stream(),
                    TrueClaims.SIZES.stream())
            .flatMap(claims -> claims)
            .toList();

    private final List<Named> named = new ArrayList<>();

    /** A description and the object it names. */
    private record Named(Description description, int id) {}

    Anchors(Scene scene, TargetRules targets) {
        for (ObjectCategory category : scene.categories()) {
            int before = named.size();
            keep(Description.of(category), scene, targets);
            if (scene.ofCategory(category).size() > 1) {
                for (Claim claim : CLAIMS) {
                    if (named.size() - before < MOST_OF_A_CLASS) {
                        keep(Description.of(category, claim), scene, targets);
                    }
                }
            }
        }
    }

    /** A few anchors for an object, none of which is the object itself. */
    List<Description> drawFor(SceneObject object, Draw draw) {
        return drawn(others(object), draw);
    }

    /** The same without those that are called "left-most" or "largest". */
    List<Description> drawPlainFor(SceneObject object, Draw draw) {
        return drawn(
                others(object).stream()
                        .filter(anchor -> anchor.claims().stream()
                                .noneMatch(claim -> claim instanceof Extreme || claim instanceof OfSize))
                        .toList(),
                draw);
    }

    private List<Description> others(SceneObject object) {
        return named.stream()
                .filter(anchor -> anchor.id() != object.id())
                .map(Named::description)
                .toList();
    }

    private static List<Description> drawn(List<Description> anchors, Draw draw) {
        return draw.shuffled(anchors).subList(0, Math.min(DRAWN, anchors.size()));
    }

    private void keep(Description description, Scene scene, TargetRules targets) {
        Candidates candidates = description.resolve(scene);
        OptionalInt id = candidates.target();
        if (id.isPresent() && targets.allows(candidates.sure().get(0))) {
            named.add(new Named(description, id.getAsInt()));
        }
    }
}
