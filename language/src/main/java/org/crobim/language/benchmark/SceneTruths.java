package org.crobim.language.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.OfSize;
import org.crobim.language.claim.Ordinal;
import org.crobim.language.claim.Scene;

/** Draws descriptions that surely name one object of a scene, none of them twice. Used for one scene, by one thread. */
final class SceneTruths {
    /** Trials for one kind of sentence before the next best kind is tried. */
    private static final int TRIES = 24;

    /** Only what can be told from others of its class is worth many sentences. */
    private static final int DISTRACTORS = 2;

    private final Scene scene;
    private final BenchmarkOptions options;
    private final Anchors anchors;
    private final Map<Integer, SceneObject> targets = new TreeMap<>();
    private final Map<Integer, Known> known = new HashMap<>();
    private final Set<Integer> left = new TreeSet<>();
    private final Set<Description> said = new HashSet<>();

    /** A description and the one object that it names. */
    record Naming(Description description, int target) {}

    /** What was found out about an object. */
    private record Known(TrueClaims claims, List<Description> anchors) {}

    SceneTruths(SceneLayout layout, BenchmarkOptions options) {
        this.scene = new Scene(
                layout, options.targets().leastVisibleRival(), options.rules().rules());
        this.options = options;
        this.anchors = new Anchors(scene, options.targets());
        for (SceneObject object : layout.objects()) {
            if (options.targets().allows(object) && scene.mayBeNamed(object)) {
                targets.put(object.id(), object);
            }
        }
    }

    /**
     * A new description of any object, one for each object before any has two; empty when nothing more can be said.
     *
     * <p>First the kind of sentence is drawn and then an object that can be described so, not the other way round: under strict rules
     * most objects fit few kinds, and the mix would follow the objects.
     */
    Optional<Naming> next(Draw draw) {
        if (left.isEmpty()) {
            left.addAll(targets.keySet());
        }
        Optional<Naming> found = about(inDrawnOrder(draw), draw);
        found.ifPresentOrElse(naming -> left.remove(naming.target()), left::clear);
        return found;
    }

    /** A new description of one object; empty when it may not be named or nothing more tells it from all others. */
    Optional<Naming> about(int id, Draw draw) {
        return targets.containsKey(id) ? about(List.of(id), draw) : Optional.empty();
    }

    /**
     * A description of every kind that tells an object from all others, for each object that may be named, in the order of ids; what
     * relates to others with a superlative ("nearest to", "left of the largest ship") counts as a kind of its own.
     */
    List<Naming> ofEveryKind(Predicate<Description> allowed, Draw draw) {
        List<Naming> namings = new ArrayList<>();
        for (SceneObject target : targets.values()) {
            Known plain = know(target, anchors.drawPlainFor(target, draw));
            Known any = know(target, anchors.drawFor(target, draw));
            for (Plan kind : Plan.all()) {
                if (kind.superlative() || kind.stratum() == BenchmarkStratum.OBJECT_RELATIVE) {
                    describe(target, kind, any, allowed, draw).ifPresent(namings::add);
                }
                if (!kind.superlative()) {
                    describe(target, kind, plain, allowed.and(SceneTruths::isPlain), draw)
                            .ifPresent(namings::add);
                }
            }
        }
        return namings;
    }

    private static boolean isPlain(Description description) {
        return description.claims().stream().noneMatch(claim -> claim instanceof Nearest);
    }

    private Optional<Naming> about(List<Integer> ids, Draw draw) {
        for (Plan plan : Plan.draw(options.mix(), draw).fallingBack()) {
            for (int id : ids) {
                SceneObject target = Objects.requireNonNull(targets.get(id));
                Known about = known.computeIfAbsent(id, unused -> know(target, anchors.drawFor(target, draw)));
                Optional<Naming> described = describe(target, plan, about, description -> true, draw);
                if (described.isPresent()) {
                    return described;
                }
            }
        }
        return Optional.empty();
    }

    private Known know(SceneObject target, List<Description> around) {
        return new Known(TrueClaims.of(target, around, scene), around);
    }

    private Optional<Naming> describe(
            SceneObject target, Plan plan, Known known, Predicate<Description> allowed, Draw draw) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Description> cooked = Recipe.cook(plan, target.category(), known.claims(), known.anchors(), draw)
                    .filter(description -> names(description, target.id()) && allowed.test(description));
            if (cooked.isPresent() && said.add(cooked.get())) {
                return cooked.map(description -> new Naming(description, target.id()));
            }
        }
        return Optional.empty();
    }

    /** Objects not yet named in this round, those with enough distractors first as often as the mix says. */
    private List<Integer> inDrawnOrder(Draw draw) {
        List<Integer> crowded = new ArrayList<>();
        List<Integer> lonely = new ArrayList<>();
        for (int id : left) {
            (hasDistractors(Objects.requireNonNull(targets.get(id))) ? crowded : lonely).add(id);
        }
        boolean crowdedFirst = draw.sometimes(options.mix().distractorShare());
        List<Integer> order = new ArrayList<>(draw.shuffled(crowdedFirst ? crowded : lonely));
        order.addAll(draw.shuffled(crowdedFirst ? lonely : crowded));
        return order;
    }

    private boolean hasDistractors(SceneObject object) {
        return scene.ofCategory(object.category()).size() > DISTRACTORS;
    }

    /** Whether a description names the object alone, and chooses among several where it sounds as if it did. */
    private boolean names(Description description, int id) {
        OptionalInt named = description.resolve(scene).target();
        if (named.isEmpty() || named.getAsInt() != id) {
            return false;
        }
        List<Claim> claims = description.claims();
        if (claims.isEmpty() || !picks(claims.get(claims.size() - 1))) {
            return true;
        }
        Description before = new Description(description.category(), claims.subList(0, claims.size() - 1));
        return before.resolve(scene).size() > 1;
    }

    private static boolean picks(Claim claim) {
        return claim instanceof Extreme
                || claim instanceof OfSize
                || claim instanceof Ordinal
                || claim instanceof Nearest;
    }
}
