package org.crobim.predict.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crobim.core.error.UsageException;
import org.crobim.language.CategoryMention;
import org.crobim.language.ObjectCategory;
import org.crobim.language.PositionWords;
import org.crobim.language.claim.AdjacentTo;
import org.crobim.language.claim.Between;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Has;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.Towards;
import org.crobim.language.parse.ExpressionParser;
import org.crobim.language.parse.ParsedExpression;
import org.crobim.language.parse.Remark;

/**
 * A sentence that is asked of a whole scene.
 *
 * <p>It can be split when the parser expresses all of it by claims, words on the object alone ("parked", "oval") aside: those
 * go to the network with the class. Comparisons with other objects that no claim can judge, and words that were not understood,
 * leave it whole.
 */
public final class SceneQuery {
    private final ParsedExpression parsed;
    private final boolean splits;

    private SceneQuery(ParsedExpression parsed) {
        this.parsed = parsed;
        this.splits = parsed.understood() && parsed.remarks().stream().allMatch(SceneQuery::isOnTheObjectAlone);
    }

    /**
     * Reads a sentence.
     *
     * @throws UsageException if it is blank
     */
    public static SceneQuery of(String sentence) {
        if (sentence.isBlank()) {
            throw new UsageException("the expression is empty. Say what to look for, such as \"the largest ship\".");
        }
        return new SceneQuery(new ExpressionParser().parse(sentence));
    }

    private static boolean isOnTheObjectAlone(Remark remark) {
        return switch (remark.kind()) {
            case COLOUR, SHAPE, SIZE, STATE -> remark.other().isEmpty();
            case SIZE_COMPARISON, CONTACT, DISTANCE, GROUP -> false;
        };
    }

    /** The sentence as asked. */
    public String text() {
        return parsed.text();
    }

    /** Class and claims; empty when the sentence cannot be split into what and where. */
    public Optional<Description> description() {
        return splits ? parsed.description() : Optional.empty();
    }

    /** Why the sentence cannot be split; empty when it can. */
    public Optional<String> obstacle() {
        if (splits) {
            return Optional.empty();
        }
        if (parsed.description().isEmpty()) {
            return Optional.of("no known class of object is named");
        }
        if (!parsed.leftoverWords().isEmpty()) {
            return Optional.of("not understood: " + String.join(", ", parsed.leftoverWords()));
        }
        return Optional.of("cannot be judged from outlines: "
                + String.join(
                        ", ",
                        parsed.remarks().stream()
                                .filter(remark -> !isOnTheObjectAlone(remark))
                                .map(Remark::words)
                                .toList()));
    }

    /**
     * The phrase that the network shall find.
     *
     * @throws IllegalStateException if the sentence cannot be split
     */
    public String targetPhrase() {
        return WhatPhrase.of(
                description().orElseThrow(() -> new IllegalStateException("\"" + text() + "\" cannot be split")),
                parsed.remarks().stream().map(Remark::words).toList());
    }

    /** What to look for where the sentence was found as a whole: its class word, or the sentence itself. */
    public String closerPhrase() {
        return CategoryMention.find(text()).map(ObjectCategory::canonicalName).orElse(text());
    }

    /** All phrases that the network must find before the sentence can be decided, the target's first; none when it cannot be split. */
    public Set<String> phrases() {
        Set<String> phrases = new LinkedHashSet<>();
        description().ifPresent(target -> {
            phrases.add(targetPhrase());
            target.claims().stream()
                    .flatMap(claim -> anchors(claim).stream())
                    .forEach(anchor -> collect(anchor, phrases));
        });
        return phrases;
    }

    private static void collect(Description description, Set<String> phrases) {
        phrases.add(WhatPhrase.of(description, List.of()));
        for (Claim claim : description.claims()) {
            anchors(claim).forEach(anchor -> collect(anchor, phrases));
        }
    }

    /** The other objects that a claim speaks of. */
    static List<Description> anchors(Claim claim) {
        List<Description> anchors = new ArrayList<>();
        if (claim instanceof Towards towards) {
            anchors.add(towards.anchor());
        } else if (claim instanceof Nearest nearest) {
            anchors.add(nearest.anchor());
        } else if (claim instanceof AdjacentTo adjacent) {
            anchors.add(adjacent.anchor());
        } else if (claim instanceof Between between) {
            anchors.add(between.first());
            anchors.add(between.second());
        }
        return anchors;
    }

    /** Whether the meaning changes when the frame is cut: the sentence says where, how large among others, or next to what. */
    public boolean dependsOnFrame() {
        Optional<Description> claims = description();
        return claims.isPresent()
                ? claims.get().claims().stream().anyMatch(claim -> !(claim instanceof Has))
                : !PositionWords.removedFrom(text())
                        .equals(String.join(" ", text().strip().split("\\s+", -1)));
    }
}
