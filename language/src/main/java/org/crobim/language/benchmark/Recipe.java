package org.crobim.language.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crobim.language.ObjectCategory;
import org.crobim.language.claim.AdjacentTo;
import org.crobim.language.claim.Between;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.InGroup;
import org.crobim.language.claim.InRegion;
import org.crobim.language.claim.Towards;

/**
 * Puts claims together to one description: what the object looks like, where it lies, how it stands to others, and last what picks
 * it out of those left over ("largest", "second from the left", "nearest to"). Used for one description.
 */
final class Recipe {
    private static final double ORDINAL_SHARE = 0.015;
    private static final double NEAREST_SHARE = 0.2;
    private static final double SECOND_EXTRA_SHARE = 0.25;
    private static final double PLACE_FIRST_SHARE = 0.5;

    private final TrueClaims claims;
    private final List<Description> anchors;
    private final Draw draw;
    private final List<Claim> attributes = new ArrayList<>();
    private final List<Claim> place = new ArrayList<>();
    private final List<Claim> relation = new ArrayList<>();
    private Optional<Claim> selector = Optional.empty();

    private Recipe(TrueClaims claims, List<Description> anchors, Draw draw) {
        this.claims = claims;
        this.anchors = anchors;
        this.draw = draw;
    }

    /** A description of the planned kind, true of the object but not yet known to be of it alone; empty where none can be made. */
    static Optional<Description> cook(
            Plan plan, ObjectCategory category, TrueClaims claims, List<Description> anchors, Draw draw) {
        Recipe recipe = new Recipe(claims, anchors, draw);
        recipe.choose(plan);
        Description made = new Description(category, recipe.inOrder());
        boolean asPlanned =
                BenchmarkStratum.of(made) == plan.stratum() && made.claims().size() > 1 == plan.compositional();
        return asPlanned ? Optional.of(made) : Optional.empty();
    }

    private void choose(Plan plan) {
        switch (plan.stratum()) {
            case IMAGE_RELATIVE -> chooseInImage(plan);
            case OBJECT_RELATIVE -> chooseAmongOthers(plan);
            case ATTRIBUTE_ONLY -> chooseAttributes(plan);
        }
        if (plan.compositional()) {
            if (inOrder().size() < 2) {
                addExtra(plan);
            }
            if (draw.sometimes(SECOND_EXTRA_SHARE)) {
                addExtra(plan);
            }
        }
    }

    private void chooseInImage(Plan plan) {
        if (plan.superlative()) {
            boolean bySize = plan.compositional() && draw.sometimes(SECOND_EXTRA_SHARE);
            selector = draw.any(bySize ? TrueClaims.SIZES : TrueClaims.EXTREMES);
            if (bySize) {
                draw.any(claims.places()).ifPresent(place::add);
            }
        } else if (draw.sometimes(ORDINAL_SHARE)) {
            selector = draw.any(TrueClaims.ordinals(TrueClaims.EXTREMES));
        } else {
            draw.any(claims.places()).ifPresent(place::add);
        }
    }

    private void chooseAmongOthers(Plan plan) {
        if (plan.superlative()) {
            selector = draw.any(draw.sometimes(PLACE_FIRST_SHARE) ? TrueClaims.EXTREMES : TrueClaims.SIZES);
            addRelation();
        } else if (draw.sometimes(NEAREST_SHARE)) {
            selector = draw.any(TrueClaims.nearest(anchors));
        } else {
            addRelation();
            if (plan.compositional() && draw.sometimes(ORDINAL_SHARE)) {
                selector = draw.any(TrueClaims.ordinals(TrueClaims.EXTREMES));
            }
        }
    }

    private void chooseAttributes(Plan plan) {
        if (plan.superlative()) {
            selector = draw.any(TrueClaims.SIZES);
        } else if (draw.sometimes(ORDINAL_SHARE)) {
            selector = draw.any(TrueClaims.ordinals(TrueClaims.SIZES));
        } else if (plan.compositional() || draw.sometimes(PLACE_FIRST_SHARE)) {
            addAttribute();
        }
    }

    /** One more true claim that leaves the sentence in its stratum. */
    private void addExtra(Plan plan) {
        boolean wherePossible = plan.stratum() != BenchmarkStratum.ATTRIBUTE_ONLY
                && place.isEmpty()
                && (claims.attributes().isEmpty() || draw.sometimes(PLACE_FIRST_SHARE));
        if (wherePossible) {
            draw.any(claims.places().stream().filter(this::goesWithSelector).toList())
                    .ifPresent(place::add);
        } else {
            addAttribute();
        }
    }

    /** Directions by far most often, as people do; groups are true of many objects and say little. */
    private void addRelation() {
        double point = draw.random().nextDouble();
        Class<?> kind = point < 0.7
                ? Towards.class
                : point < 0.82 ? AdjacentTo.class : point < 0.94 ? Between.class : InGroup.class;
        draw.any(claims.relations().stream().filter(kind::isInstance).toList()).ifPresent(relation::add);
    }

    private void addAttribute() {
        draw.any(claims.attributes().stream().filter(this::isNewKind).toList()).ifPresent(attributes::add);
    }

    /** "The left-most ship at the top" says something, "the left-most ship on the left" does not. */
    private boolean goesWithSelector(Claim claim) {
        if (!(selector.isPresent() && selector.get() instanceof Extreme extreme)) {
            return true;
        }
        return claim instanceof InRegion in
                && in.region().isSide()
                && in.region().isColumn() != extreme.side().isHorizontal();
    }

    /** No attribute twice, and no "largest small ship". */
    private boolean isNewKind(Claim claim) {
        boolean comparesSizes = selector.isPresent() && AttributeKind.of(selector.get()) == AttributeKind.RELATIVE_SIZE;
        boolean isSize = AttributeKind.of(claim) == AttributeKind.ABSOLUTE_SIZE;
        return !(comparesSizes && isSize)
                && attributes.stream().noneMatch(said -> AttributeKind.of(said) == AttributeKind.of(claim));
    }

    private List<Claim> inOrder() {
        List<Claim> inOrder = new ArrayList<>(attributes);
        inOrder.addAll(place);
        inOrder.addAll(relation);
        selector.ifPresent(inOrder::add);
        return inOrder;
    }
}
