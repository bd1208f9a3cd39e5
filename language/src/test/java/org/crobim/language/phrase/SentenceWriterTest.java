package org.crobim.language.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.crobim.language.CategoryMention;
import org.crobim.language.ObjectCategory;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceWriterTest {
    private static final Description BRIDGE_AT_THE_TOP =
            Description.of(ObjectCategory.BRIDGE, new InRegion(Region.TOP));

    static Stream<Description> everyKindOfMeaning() {
        Stream<Claim> regions = Stream.of(Region.values()).map(InRegion::new);
        Stream<Claim> extremes = Stream.of(Side.values()).map(Extreme::new);
        Stream<Claim> sizes = Stream.of(SizeRank.values()).map(OfSize::new);
        Stream<Claim> directions =
                Stream.of(Bearing.values()).map(bearing -> new Towards(bearing, Description.of(ObjectCategory.HARBOR)));
        Stream<Claim> nearest = Stream.of(new Nearest(BRIDGE_AT_THE_TOP));
        Stream<Description> single = Stream.of(regions, extremes, sizes, directions, nearest)
                .flatMap(claims -> claims)
                .map(claim -> Description.of(ObjectCategory.AIRPLANE, claim));
        return Stream.concat(
                single,
                Stream.of(
                        Description.of(ObjectCategory.AIRPLANE),
                        Description.of(
                                ObjectCategory.AIRPLANE, new InRegion(Region.LEFT), new OfSize(SizeRank.LARGEST))));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfMeaning")
    void everyMeaningHasAtLeastEightWordingsOfKnownWords(Description description) {
        Set<String> wordings = varied(description);
        assertThat(wordings).hasSizeGreaterThanOrEqualTo(8);
        Set<String> vocabulary = new HashSet<>(GrammarWords.all());
        assertThat(wordings).allSatisfy(text -> {
            assertThat(vocabulary)
                    .containsAll(List.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
            assertThat(text).doesNotContain("  ").isEqualTo(text.strip());
        });
    }

    @ParameterizedTest
    @MethodSource("everyKindOfMeaning")
    void theFirstClassWordOfASentenceIsItsSubject(Description description) {
        assertThat(varied(description))
                .allMatch(text -> CategoryMention.find(text).equals(Optional.of(description.category())));
    }

    @Test
    void noWordingOfADirectionNamesTheOppositeOne() {
        everyKindOfMeaning()
                .filter(description -> !description.claims().isEmpty())
                .forEach(description -> {
                    String meaning = description.claims().toString();
                    if (meaning.contains("LEFT") != meaning.contains("RIGHT")) {
                        String other = meaning.contains("LEFT") ? "right" : "left";
                        assertThat(varied(description))
                                .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains(other));
                    }
                    if (meaning.contains("BOTTOM") || meaning.contains("BELOW")) {
                        assertThat(varied(description))
                                .noneMatch(text -> text.matches("(?i).*\\b(top|upper|above|up)\\b.*"));
                    }
                });
    }

    @Test
    void everyHorizontalDirectionIsSpokenOut() {
        for (Bearing bearing : Bearing.values()) {
            String word = bearing.x() < 0 ? "left" : "right";
            Description description =
                    Description.of(ObjectCategory.SHIP, new Towards(bearing, Description.of(ObjectCategory.DAM)));
            assertThat(varied(description)).allMatch(text -> text.contains(word) == (bearing.x() != 0));
        }
    }

    @Test
    void thePlainStyleHasOneWording() {
        SentenceWriter plain = new SentenceWriter(ParaphraseStyle.PLAIN);
        SplittableRandom random = new SplittableRandom(1);
        assertThat(everyKindOfMeaning().map(description -> plain.write(description, random)))
                .contains(
                        "the airplane",
                        "the leftmost airplane",
                        "the airplane in the top left",
                        "the largest airplane on the left",
                        "the airplane above the harbor",
                        "the airplane closest to the bridge at the top");
    }

    @Test
    void theVocabularyHasNoDuplicatesAndAFixedOrder() {
        List<String> words = GrammarWords.all();
        assertThat(words).doesNotHaveDuplicates().isEqualTo(GrammarWords.all()).hasSizeGreaterThan(300);
        assertThat(words).allMatch(word -> word.matches("[a-z0-9]+"));
    }

    private static Set<String> varied(Description description) {
        SentenceWriter writer = new SentenceWriter(ParaphraseStyle.VARIED);
        SplittableRandom random = new SplittableRandom(11);
        Set<String> wordings = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            wordings.add(writer.write(description, random));
        }
        return wordings;
    }
}
