package org.crobim.language.phrase;

import java.util.ArrayList;
import java.util.List;
import org.crobim.language.ObjectCategory;
import org.crobim.language.attribute.Attribute;
import org.crobim.language.attribute.ColourName;
import org.crobim.language.attribute.OrientationName;
import org.crobim.language.attribute.ShapeName;
import org.crobim.language.attribute.SizeName;
import org.crobim.language.claim.AdjacentTo;
import org.crobim.language.claim.Between;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.Has;
import org.crobim.language.claim.InGroup;
import org.crobim.language.claim.InRegion;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.OfSize;
import org.crobim.language.claim.Ordinal;
import org.crobim.language.claim.Towards;

/**
 * The words of a description in the order in which they are said: adjectives, noun, and what follows the noun. What starts a new
 * noun ("left of the bridge ...") stands last, because whatever followed it would be heard of the bridge. Used once, by one thread.
 */
final class BenchmarkPhrase {
    private static final double SYNONYM_SHARE = 0.2;
    private static final double EXTREME_BEHIND_SHARE = 0.4;
    private static final double ATTRIBUTE_BEHIND_SHARE = 0.6;

    /** How a part that follows the noun may be said. */
    enum Kind {
        /** "near the top left corner": may follow "is located". */
        PLACE,
        /** "has a white color": brings its own verb. */
        PREDICATE,
        /** "that is white": can only stand behind the noun. */
        FIXED
    }

    /**
     * A part that follows the noun.
     *
     * @param words directly behind the noun
     * @param predicate the same as what is said of the whole, with a verb if the kind is a predicate
     */
    record Part(Kind kind, String words, String predicate) {
        static Part place(String words) {
            return new Part(Kind.PLACE, words, words);
        }

        static Part fixed(String words) {
            return new Part(Kind.FIXED, words, words);
        }
    }

    final String noun;
    final List<Part> behind = new ArrayList<>();
    private final Pick pick;
    private final boolean full;
    private final boolean attributesBehind;
    private final List<String> before = new ArrayList<>();
    private String selector = "";

    /**
     * Chooses the words.
     *
     * @param full whether places say of what they are a part, and attributes may stand behind the noun
     */
    BenchmarkPhrase(Description description, boolean full, Pick pick) {
        this(description, full, full, pick);
    }

    private BenchmarkPhrase(Description description, boolean full, boolean attributesBehind, Pick pick) {
        this.attributesBehind = attributesBehind;
        this.pick = pick;
        this.full = full;
        this.noun = noun(description.category(), pick);
        List<Claim> claims = description.claims();
        addAttributes(claims);
        for (Claim claim : claims) {
            add(claim, claims.size() == 1);
        }
    }

    /** "left-most large white ship". */
    String head() {
        List<String> words = new ArrayList<>(before);
        words.add(0, selector);
        words.add(noun);
        return joined(words);
    }

    /** Whether the head itself picks one of several, so that "the" is the only article and nothing may be said of the whole. */
    boolean picks() {
        return !selector.isEmpty();
    }

    /** Head and all that follows the noun. */
    String whole() {
        return joined(List.of(head(), tail(behind)));
    }

    static String tail(List<Part> parts) {
        return joined(parts.stream().map(Part::words).toList());
    }

    String plural() {
        return CompanyWords.plural(noun);
    }

    /** Size, shape, orientation, colour: the order of English adjectives. */
    private void addAttributes(List<Claim> claims) {
        for (Class<?> kind : List.of(SizeName.class, ShapeName.class, OrientationName.class, ColourName.class)) {
            for (Claim claim : claims) {
                if (claim instanceof Has has && kind.isInstance(has.attribute())) {
                    addAttribute(has.attribute());
                }
            }
        }
    }

    private void addAttribute(Attribute attribute) {
        if (!attributesBehind || !behind.isEmpty() || !pick.sometimes(ATTRIBUTE_BEHIND_SHARE)) {
            before.add(AttributeWords.before(attribute, pick));
        } else {
            behind.add(new Part(
                    Kind.PREDICATE, AttributeWords.behind(attribute, pick), AttributeWords.predicate(attribute, pick)));
        }
    }

    private void add(Claim claim, boolean alone) {
        if (claim instanceof InRegion in) {
            behind.add(Part.place(
                    full
                            ? BenchmarkPlaceWords.place(in.region(), pick) + ofTheImage()
                            : pick.of(RegionWords.places(in.region()))));
        } else if (claim instanceof Extreme extreme) {
            if (full && alone && pick.sometimes(EXTREME_BEHIND_SHARE)) {
                behind.add(Part.place(CompanyWords.extremeBehind(extreme.side(), pick)));
            } else {
                selector = CompanyWords.extreme(extreme.side(), pick);
            }
        } else if (claim instanceof OfSize size) {
            selector = CompanyWords.sizeRank(size.rank(), pick);
        } else if (claim instanceof Ordinal ordinal) {
            addOrdinal(ordinal);
        } else {
            addCompany(claim);
        }
    }

    private void addOrdinal(Ordinal ordinal) {
        String rank = CompanyWords.rank(ordinal.rank());
        if (ordinal.order() instanceof Extreme extreme) {
            selector = rank;
            behind.add(0, Part.fixed(CompanyWords.countedFrom(extreme.side())));
        } else if (ordinal.order() instanceof OfSize size) {
            selector = rank + " " + CompanyWords.sizeRank(size.rank(), pick);
        }
    }

    private void addCompany(Claim claim) {
        if (claim instanceof Towards towards) {
            behind.add(Part.place(CompanyWords.towards(towards.bearing(), pick) + " " + other(towards.anchor())));
        } else if (claim instanceof Nearest nearest) {
            behind.add(Part.place(pick.of(CompanyWords.NEAREST) + " " + other(nearest.anchor())));
        } else if (claim instanceof AdjacentTo adjacent) {
            behind.add(Part.place(pick.of(CompanyWords.ADJACENT) + " " + other(adjacent.anchor())));
        } else if (claim instanceof Between between) {
            behind.add(Part.place("%s %s and %s"
                    .formatted(pick.of(CompanyWords.BETWEEN), other(between.first()), other(between.second()))));
        } else if (claim instanceof InGroup group) {
            behind.add(Part.place(CompanyWords.grouping(group.grouping(), plural(), pick)));
        }
    }

    /** A color behind the other noun would be heard of the target: "the ship nearest to the boat of red color". */
    private String other(Description anchor) {
        return "the " + new BenchmarkPhrase(anchor, full, false, pick).whole();
    }

    private String ofTheImage() {
        return " of the " + pick.of(BenchmarkPlaceWords.IMAGE);
    }

    private static String noun(ObjectCategory category, Pick pick) {
        return pick.sometimes(SYNONYM_SHARE) ? pick.of(category.names()) : category.canonicalName();
    }

    static String joined(List<String> parts) {
        return String.join(" ", parts.stream().filter(part -> !part.isEmpty()).toList());
    }
}
