package org.crobim.train.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.crobim.core.mask.Mask;
import org.junit.jupiter.api.Test;

class SegmentationScoresTest {
    private static final SampleTags TAGS = SampleTags.ofImage("image");

    private static Mask mask(String... rows) {
        int width = rows[0].length();
        byte[] pixels = new byte[width * rows.length];
        String text = String.join("", rows);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (text.charAt(i) == '#' ? 1 : 0);
        }
        return Mask.of(width, rows.length, pixels);
    }

    private static SampleScore sample(String id, long intersection, long union) {
        return sample(id, TAGS, intersection, union);
    }

    private static SampleScore sample(String id, SampleTags tags, long intersection, long union) {
        return new SampleScore(id, tags, new MaskOverlap(intersection, union, intersection, union, 262_144));
    }

    @Test
    void handCountedMasksGiveTheFiguresOfTheDefinition() {
        SegmentationScores scores = new SegmentationScores();
        scores.add("half", mask("##..", "...."), mask(".##.", ".#.."), TAGS); // I 1, U 4
        scores.add("exact", mask("####", "...."), mask("####", "...."), TAGS); // I 4, U 4
        scores.add("most", mask("####", "#..."), mask("####", "...."), TAGS); // I 4, U 5

        ScoreSummary summary = scores.summary();

        assertThat(summary.count()).isEqualTo(3);
        assertThat(summary.oIoU()).isEqualTo(100.0 * 9 / 13);
        assertThat(summary.mIoU()).isCloseTo(100 * (0.25 + 1 + 0.8) / 3, within(1e-12));
        assertThat(summary.pr50()).isEqualTo(200.0 / 3);
        assertThat(summary.pr80()).isEqualTo(200.0 / 3);
        assertThat(summary.pr90()).isEqualTo(100.0 / 3);
    }

    @Test
    void aThresholdThatIsMetExactlyCounts() {
        SegmentationScores scores = new SegmentationScores();
        scores.add(sample("5", 5, 10));
        scores.add(sample("6", 6, 10));
        scores.add(sample("7", 7, 10));
        scores.add(sample("8", 8, 10));
        scores.add(sample("9", 9, 10));

        ScoreSummary summary = scores.summary();

        assertThat(new double[] {summary.pr50(), summary.pr60(), summary.pr70(), summary.pr80(), summary.pr90()})
                .containsExactly(100, 80, 60, 40, 20);
    }

    @Test
    void anEmptyTruthScoresZeroEvenWhenThePredictionIsEmptyToo() {
        SegmentationScores scores = new SegmentationScores();
        scores.add("nothing, answered rightly", Mask.empty(4, 1), Mask.empty(4, 1), TAGS);
        scores.add("nothing, answered wrongly", mask("##.."), Mask.empty(4, 1), TAGS);
        scores.add("something", mask("##.."), mask("##.."), TAGS);

        assertThat(scores.summary().mIoU()).isEqualTo(100.0 / 3);
        assertThat(scores.summary().oIoU()).isEqualTo(50);
        assertThat(scores.emptyTruths()).isEqualTo(2);
        assertThat(scores.summaryWithoutEmptyTruths())
                .isEqualTo(new ScoreSummary(1, 100, 100, 100, 100, 100, 100, 100));
    }

    @Test
    void theSumsOfRisBenchDoNotOverflow() {
        SegmentationScores scores = new SegmentationScores();
        for (int i = 0; i < 16_159; i++) {
            scores.add(sample("s" + i, 131_072, 262_144));
        }

        assertThat(scores.summary().oIoU()).isEqualTo(50);
    }

    @Test
    void noSamplesGiveZeros() {
        assertThat(new SegmentationScores().summary()).isEqualTo(new ScoreSummary(0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void breakdownsGroupByClassSizeAndStratum() {
        SegmentationScores scores = new SegmentationScores();
        scores.add(sample("a", new SampleTags("i1", "ship", "extreme"), 0, 6400));
        scores.add(sample("b", new SampleTags("i1", "ship", "position"), 399, 399));
        scores.add(sample("c", new SampleTags("i2", "bridge", "extreme"), 6399, 6399));
        scores.add(sample("d", new SampleTags("i2", "bridge", "extreme"), 400, 400));

        assertThat(scores.breakdown(Grouping.CATEGORY)).containsOnlyKeys("bridge", "ship");
        assertThat(scores.breakdown(Grouping.CATEGORY))
                .hasEntrySatisfying("ship", ships -> assertThat(ships.mIoU()).isEqualTo(50));
        assertThat(scores.breakdown(Grouping.SIZE).keySet()).containsExactly("tiny", "small", "medium", "large");
        assertThat(scores.breakdown(Grouping.STRATUM))
                .hasEntrySatisfying(
                        "extreme", extremes -> assertThat(extremes.count()).isEqualTo(3));
    }

    @Test
    void theSameIdTwiceIsRefused() {
        SegmentationScores scores = new SegmentationScores();
        scores.add(sample("a", 1, 2));

        assertThatThrownBy(() -> scores.add(sample("a", 1, 2))).hasMessageContaining("Sample a is scored twice");
    }

    @Test
    void masksOfDifferentSizeAreRefusedWithBothSizes() {
        assertThatThrownBy(() -> new SegmentationScores().add("a", Mask.empty(2, 2), Mask.empty(4, 2), TAGS))
                .hasMessageContaining("Sample a: prediction is 2 x 2, truth is 4 x 2");
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThatThrownBy(() -> new MaskOverlap(5, 4, 5, 4, 100)).hasMessageContaining("intersection 5, union 4");
    }

    @Test
    void jsonUsesTheAgreedFieldNames() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(new ScoreSummary(1, 2, 3, 4, 5, 6, 7, 8)))
                .isEqualTo(
                        "{\"count\":1,\"oIoU\":2.0,\"mIoU\":3.0,\"pr50\":4.0,\"pr60\":5.0,\"pr70\":6.0,\"pr80\":7.0,\"pr90\":8.0}");
        assertThat(new ObjectMapper()
                        .readValue("{\"count\":1,\"oIoU\":2.5}", ScoreSummary.class)
                        .oIoU())
                .isEqualTo(2.5);
    }

    @Test
    void intervalsHoldTheFigureAndRepeatWithTheSeed() {
        SegmentationScores scores = new SegmentationScores();
        for (int i = 0; i < 60; i++) {
            scores.add(sample("s" + i, SampleTags.ofImage("image" + i / 3), i % 11, 10 + i % 7));
        }

        ScoreIntervals first = scores.intervals(400, new SplittableRandom(7));

        assertThat(first).isEqualTo(scores.intervals(400, new SplittableRandom(7)));
        assertThat(first.images()).isEqualTo(20);
        assertThat(scores.summary().mIoU())
                .isBetween(first.mIoU().low(), first.mIoU().high());
        assertThat(scores.summary().oIoU())
                .isBetween(first.oIoU().low(), first.oIoU().high());
    }

    @Test
    void oneImageAloneHasNoSpread() {
        SegmentationScores scores = new SegmentationScores();
        scores.add(sample("a", 1, 4));
        scores.add(sample("b", 4, 4));

        assertThat(scores.intervals(100, new SplittableRandom(1)).mIoU())
                .isEqualTo(new ScoreIntervals.Interval(62.5, 62.5));
    }

    @Test
    void intervalsOfNothingAreRefused() {
        assertThatThrownBy(() -> new SegmentationScores().intervals(1000, new SplittableRandom(1)))
                .hasMessageContaining("at least one scored sample");
    }

    @Property(tries = 100)
    void everyFigureIsAPercentageAndPrecisionFallsWithItsThreshold(
            @ForAll @Size(min = 24, max = 24) byte[] prediction, @ForAll @Size(min = 24, max = 24) byte[] truth) {
        SegmentationScores scores = new SegmentationScores();
        for (int i = 0; i < 24; i++) {
            prediction[i] &= 1;
            truth[i] &= 1;
        }
        scores.add("a", Mask.of(6, 4, prediction), Mask.of(6, 4, truth), TAGS);

        ScoreSummary summary = scores.summary();

        assertThat(summary.oIoU()).isCloseTo(summary.mIoU(), within(1e-9)).isBetween(0.0, 100.0);
        assertThat(summary.pr50() >= summary.pr60() && summary.pr80() >= summary.pr90())
                .isTrue();
    }
}
