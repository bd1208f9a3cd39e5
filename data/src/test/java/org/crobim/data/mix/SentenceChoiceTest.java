package org.crobim.data.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.crobim.language.benchmark.BenchmarkStratum;
import org.junit.jupiter.api.Test;

class SentenceChoiceTest {
    private static final SentenceKind PLACE = new SentenceKind(BenchmarkStratum.IMAGE_RELATIVE, false, false);
    private static final SentenceKind LONG_PLACE = new SentenceKind(BenchmarkStratum.IMAGE_RELATIVE, false, true);
    private static final SentenceKind EXTREME = new SentenceKind(BenchmarkStratum.IMAGE_RELATIVE, true, false);
    private static final SentenceKind NEAREST = new SentenceKind(BenchmarkStratum.OBJECT_RELATIVE, true, true);
    private static final SentenceKind BESIDE = new SentenceKind(BenchmarkStratum.OBJECT_RELATIVE, false, false);
    private static final SentenceKind ONLY = new SentenceKind(BenchmarkStratum.ATTRIBUTE_ONLY, false, false);

    /** As in the patches of NWPU VHR-10: half of the objects are told apart by superlatives or attributes alone. */
    private static List<List<SentenceKind>> offers(int objects) {
        List<List<SentenceKind>> pool = List.of(
                List.of(EXTREME, NEAREST),
                List.of(EXTREME),
                List.of(ONLY),
                List.of(PLACE, LONG_PLACE, EXTREME, ONLY),
                List.of(PLACE, LONG_PLACE, BESIDE),
                List.of());
        SplittableRandom random = new SplittableRandom(4);
        List<List<SentenceKind>> offers = new ArrayList<>();
        for (int i = 0; i < objects; i++) {
            offers.add(pool.get(random.nextInt(pool.size())));
        }
        return offers;
    }

    @Test
    void theSharesComeWithinThreePointsAndMostObjectsThatAllowItAreDescribed() {
        List<List<SentenceKind>> offers = offers(900);

        List<SentenceKind> chosen = chosen(offers, SentenceShares.risBench());

        assertThat(percent(chosen, kind -> kind.stratum() == BenchmarkStratum.IMAGE_RELATIVE))
                .isCloseTo(71.1, within(3.1));
        assertThat(percent(chosen, kind -> kind.stratum() == BenchmarkStratum.OBJECT_RELATIVE))
                .isCloseTo(24.4, within(3.1));
        assertThat(percent(chosen, kind -> kind.stratum() == BenchmarkStratum.ATTRIBUTE_ONLY))
                .isCloseTo(4.5, within(3.1));
        assertThat(percent(chosen, SentenceKind::superlative)).isCloseTo(15, within(3.1));
        assertThat(percent(chosen, SentenceKind::compositional)).isCloseTo(24.7, within(3.1));
        // 82 % must not be superlatives, which two objects in six can give beside the few of attributes alone.
        long plain = offers.stream().filter(kinds -> kinds.contains(PLACE)).count();
        assertThat(chosen.size()).isGreaterThan((int) plain);
    }

    @Test
    void everyObjectIsDescribedWhereThatIsAskedForAndTheSharesAreAsNearAsThatAllows() {
        List<List<SentenceKind>> offers = offers(900);
        long withSentences = offers.stream().filter(kinds -> !kinds.isEmpty()).count();

        List<SentenceKind> chosen = chosen(offers, SentenceShares.risBench().forEveryObject());

        assertThat(chosen).hasSize((int) withSentences);
        long forced =
                offers.stream().filter(kinds -> kinds.equals(List.of(ONLY))).count();
        assertThat(chosen.stream().filter(ONLY::equals)).hasSize((int) forced);
    }

    @Test
    void aChoiceIsAmongTheOffersAndDependsOnNothingButThemAndTheSeed() {
        List<List<SentenceKind>> offers = offers(300);

        List<OptionalInt> choice = SentenceChoice.choose(offers, SentenceShares.risBench(), new SplittableRandom(9));

        assertThat(choice)
                .isEqualTo(SentenceChoice.choose(offers, SentenceShares.risBench(), new SplittableRandom(9)))
                .isNotEqualTo(SentenceChoice.choose(offers, SentenceShares.risBench(), new SplittableRandom(10)))
                .hasSameSizeAs(offers);
        for (int i = 0; i < offers.size(); i++) {
            assertThat(choice.get(i).orElse(0))
                    .isBetween(0, Math.max(0, offers.get(i).size() - 1));
        }
        assertThat(SentenceChoice.choose(List.of(), SentenceShares.risBench(), new SplittableRandom(9)))
                .isEmpty();
    }

    @Test
    void sharesThatDoNotAddUpAreRefused() {
        assertThatThrownBy(() -> SentenceShares.risBench().withStrata(Map.of(BenchmarkStratum.ATTRIBUTE_ONLY, 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add up to 1");
    }

    private static List<SentenceKind> chosen(List<List<SentenceKind>> offers, SentenceShares shares) {
        List<OptionalInt> choice = SentenceChoice.choose(offers, shares, new SplittableRandom(1));
        List<SentenceKind> chosen = new ArrayList<>();
        for (int i = 0; i < offers.size(); i++) {
            if (choice.get(i).isPresent()) {
                chosen.add(offers.get(i).get(choice.get(i).getAsInt()));
            }
        }
        return chosen;
    }

    private static double percent(List<SentenceKind> chosen, Predicate<SentenceKind> wanted) {
        return 100.0 * chosen.stream().filter(wanted).count() / chosen.size();
    }
}
