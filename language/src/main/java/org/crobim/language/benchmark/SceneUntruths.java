package org.crobim.language.benchmark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneLayout;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Scene;
import org.crobim.language.claim.Towards;
import org.crobim.language.place.Bearing;

/**
 * Draws descriptions that surely fit nothing in a scene. Even slivers of objects count as there. The hard ones keep a claim that is
 * true of some object and go wrong by one other. Used for one scene.
 */
final class SceneUntruths {
    private static final int TRIES = 40;
    private static final double RELATION_SHARE = 0.25;
    private static final double SECOND_CLAIM_SHARE = 0.4;

    private final Scene scene;
    private final List<ObjectCategory> present;
    private final List<ObjectCategory> absent = new ArrayList<>();
    private final List<Description> anchors = new ArrayList<>();
    private final Set<Description> said = new HashSet<>();

    SceneUntruths(SceneLayout layout, BenchmarkOptions options) {
        this.scene = new Scene(layout, 0, options.rules().rules());
        this.present = List.copyOf(scene.categories());
        for (ObjectCategory category : ObjectCategory.values()) {
            if (options.annotated().contains(category) && !present.contains(category)) {
                absent.add(category);
            }
        }
        for (ObjectCategory category : present) {
            Description alone = Description.of(category);
            if (alone.resolve(scene).target().isPresent()
                    && options.targets().allows(scene.ofCategory(category).get(0))) {
                anchors.add(alone);
            }
        }
    }

    /** A new description that is untrue in the given way; empty when none was found. */
    Optional<Description> next(Untruth untruth, Draw draw) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Description> drawn = draw.any(untruth == Untruth.ABSENT_CLASS ? absent : present)
                    .map(category -> new Description(category, claims(untruth, category, draw)))
                    .filter(description -> !description.claims().isEmpty() || untruth == Untruth.ABSENT_CLASS)
                    .filter(description -> description.resolve(scene).isNone());
            if (drawn.isPresent() && said.add(drawn.get())) {
                return drawn;
            }
        }
        return Optional.empty();
    }

    private List<Claim> claims(Untruth untruth, ObjectCategory category, Draw draw) {
        List<Claim> claims = new ArrayList<>();
        boolean second = draw.sometimes(SECOND_CLAIM_SHARE);
        switch (untruth) {
            case ABSENT_CLASS -> {
                if (second) {
                    where(category, draw).ifPresent(claims::add);
                }
            }
            case WRONG_PLACE -> {
                if (second) {
                    fitting(TrueClaims.ALL_ATTRIBUTES, category, draw).ifPresent(claims::add);
                }
                where(category, draw).ifPresent(claims::add);
            }
            case WRONG_ATTRIBUTE -> {
                draw.any(TrueClaims.ALL_ATTRIBUTES).ifPresent(claims::add);
                if (second) {
                    fitting(TrueClaims.ALL_PLACES, category, draw).ifPresent(claims::add);
                }
            }
        }
        return claims;
    }

    private Optional<Claim> where(ObjectCategory category, Draw draw) {
        List<Description> others =
                anchors.stream().filter(anchor -> anchor.category() != category).toList();
        if (!others.isEmpty() && draw.sometimes(RELATION_SHARE)) {
            return draw.any(others)
                    .flatMap(
                            anchor -> draw.any(List.of(Bearing.values())).map(bearing -> new Towards(bearing, anchor)));
        }
        return draw.any(TrueClaims.ALL_PLACES);
    }

    /** A claim that surely fits some object of the class. */
    private Optional<Claim> fitting(List<Claim> claims, ObjectCategory category, Draw draw) {
        return draw.any(claims.stream()
                .filter(claim ->
                        !Description.of(category, claim).resolve(scene).sure().isEmpty())
                .toList());
    }
}
