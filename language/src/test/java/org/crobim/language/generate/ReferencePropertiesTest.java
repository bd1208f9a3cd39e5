package org.crobim.language.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crobim.core.geometry.Box;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.InRegion;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.OfSize;
import org.crobim.language.claim.Towards;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;
import org.junit.jupiter.api.Test;

class ReferencePropertiesTest {
    /** Boxes move independently by up to this fraction of the image side. */
    private static final double JITTER = 0.0075;

    private static final double LEAST_VISIBLE = TargetRules.standard().leastVisibleRival();

    private final ExpressionGenerator generator = new ExpressionGenerator(GeneratorOptions.standard());

    @Property(tries = 300, seed = "50")
    void whatIsSaidNamesTheTargetAloneEvenWhenAllBoxesAreJittered(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SceneLayout layout = RandomScenes.next(random);
        List<Reference> references = generator.references(layout);
        for (int i = 0; i < 5; i++) {
            PlainReading reading = new PlainReading(jittered(layout, random), LEAST_VISIBLE);
            for (Reference reference : references) {
                assertThat(reading.meaning(reference.description()))
                        .as("%s in %s", reference, layout)
                        .containsExactly(reference.target());
            }
        }
    }

    @Property(tries = 300, seed = "50")
    void whatIsAbsentNamesNothingEvenWhenAllBoxesAreJittered(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SceneLayout layout = RandomScenes.next(random);
        AbsenceDraw absences = new AbsenceDraw(layout, GeneratorOptions.standard());
        for (int i = 0; i < 10; i++) {
            Optional<Description> nothing = absences.next(random);
            if (nothing.isPresent()) {
                PlainReading reading = new PlainReading(jittered(layout, random), 0);
                assertThat(reading.meaning(nothing.get()))
                        .as("%s in %s", nothing.get(), layout)
                        .isEmpty();
            }
        }
    }

    @Property(tries = 200, seed = "50")
    void aMirroredSceneSaysTheSameWithLeftAndRightSwapped(@ForAll long seed) {
        SceneLayout layout = RandomScenes.next(new SplittableRandom(seed));
        Set<Reference> mirrored = generator.references(mirrored(layout)).stream()
                .map(reference ->
                        new Reference(mirrored(reference.description()), reference.target(), reference.stratum()))
                .collect(Collectors.toSet());
        // A relation may start from the same object by another of its names, so only the names of targets are compared.
        assertThat(withoutAnchors(mirrored)).isEqualTo(withoutAnchors(Set.copyOf(generator.references(layout))));
    }

    @Test
    void everyDirectionCellAndExtremeIsGenerated() {
        Set<Object> said = new HashSet<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 400; i++) {
            for (Reference reference : generator.references(RandomScenes.next(random))) {
                reference.description().claims().forEach(claim -> said.add(kind(claim)));
            }
        }
        assertThat(said)
                .contains((Object[]) Region.values())
                .contains((Object[]) Side.values())
                .contains((Object[]) SizeRank.values())
                .contains((Object[]) Bearing.values())
                .contains(Nearest.class);
    }

    private static Object kind(Claim claim) {
        if (claim instanceof InRegion in) {
            return in.region();
        }
        if (claim instanceof Extreme extreme) {
            return extreme.side();
        }
        if (claim instanceof OfSize size) {
            return size.rank();
        }
        return claim instanceof Towards towards ? towards.bearing() : Nearest.class;
    }

    private static SceneLayout jittered(SceneLayout layout, RandomGenerator random) {
        List<SceneObject> moved = layout.objects().stream()
                .map(object -> withBox(object, shifted(object.box(), layout, random)))
                .toList();
        return new SceneLayout(layout.width(), layout.height(), moved);
    }

    private static Box shifted(Box box, SceneLayout layout, RandomGenerator random) {
        double dx = (2 * random.nextDouble() - 1) * JITTER * layout.width();
        double dy = (2 * random.nextDouble() - 1) * JITTER * layout.height();
        return new Box(box.xMin() + dx, box.yMin() + dy, box.xMax() + dx, box.yMax() + dy);
    }

    private static SceneLayout mirrored(SceneLayout layout) {
        int width = layout.width();
        List<SceneObject> objects = layout.objects().stream()
                .map(object -> {
                    Box box = object.box();
                    return withBox(object, new Box(width - box.xMax(), box.yMin(), width - box.xMin(), box.yMax()));
                })
                .toList();
        return new SceneLayout(width, layout.height(), objects);
    }

    private static SceneObject withBox(SceneObject object, Box box) {
        return new SceneObject(object.id(), object.category(), box, object.areaPixels(), object.visibleFraction());
    }

    private static Description mirrored(Description description) {
        return new Description(
                description.category(),
                description.claims().stream()
                        .map(ReferencePropertiesTest::mirrored)
                        .toList());
    }

    private static Claim mirrored(Claim claim) {
        if (claim instanceof InRegion in) {
            return new InRegion(Region.valueOf(mirroredName(in.region())));
        }
        if (claim instanceof Extreme extreme) {
            return new Extreme(Side.valueOf(mirroredName(extreme.side())));
        }
        if (claim instanceof Towards towards) {
            return new Towards(Bearing.valueOf(mirroredName(towards.bearing())), mirrored(towards.anchor()));
        }
        return claim instanceof Nearest nearest ? new Nearest(mirrored(nearest.anchor())) : claim;
    }

    private static String mirroredName(Enum<?> direction) {
        String name = direction.name();
        return name.contains("LEFT") ? name.replace("LEFT", "RIGHT") : name.replace("RIGHT", "LEFT");
    }

    private static Set<Reference> withoutAnchors(Set<Reference> references) {
        return references.stream()
                .map(reference ->
                        new Reference(withoutAnchors(reference.description()), reference.target(), reference.stratum()))
                .collect(Collectors.toSet());
    }

    private static Description withoutAnchors(Description description) {
        return new Description(
                description.category(),
                description.claims().stream()
                        .map(claim -> {
                            if (claim instanceof Towards towards) {
                                return new Towards(
                                        towards.bearing(),
                                        Description.of(towards.anchor().category()));
                            }
                            return claim instanceof Nearest nearest
                                    ? new Nearest(
                                            Description.of(nearest.anchor().category()))
                                    : claim;
                        })
                        .toList());
    }
}
