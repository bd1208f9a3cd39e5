package org.crobim.train.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crobim.train.metrics.MaskOverlap;
import org.crobim.train.metrics.SampleTags;
import org.junit.jupiter.api.Test;

class SheetSelectionTest {
    /** Sample i of image i with these percentages of intersection over union. */
    private static JudgedCell cell(String model, int... percent) {
        List<JudgedSample> samples = new ArrayList<>();
        for (int i = 0; i < percent.length; i++) {
            MaskOverlap overlap = new MaskOverlap(percent[i], 100, 100, percent[i], 1000);
            samples.add(new JudgedSample("s" + i, "the ship", SampleTags.ofImage("i" + i), overlap, overlap, 1));
        }
        return new JudgedCell(model, "data", 1, "weights", 1, "questions", samples);
    }

    private static List<String> ids(SheetSelection.Group group) {
        return group.samples().stream().map(SheetSelection.Candidate::id).toList();
    }

    @Test
    void everyGroupIsChosenByItsRule() {
        List<SheetSelection.Group> groups =
                SheetSelection.choose(List.of(cell("a", 10, 90, 50, 0, 80), cell("b", 10, 80, 50, 0, 0)), 2);

        assertThat(groups).hasSize(4);
        assertThat(ids(groups.get(0))).containsExactly("s0", "s2");
        assertThat(ids(groups.get(1))).containsExactly("s1", "s2");
        assertThat(ids(groups.get(2))).containsExactly("s3", "s0");
        assertThat(ids(groups.get(3))).containsExactly("s4", "s1");
        assertThat(groups.get(3).samples().get(0).scores())
                .containsEntry("a", 0.8)
                .containsEntry("b", 0.0);
    }

    @Test
    void aSampleThatOneModelDidNotAnswerIsNotShown() {
        List<SheetSelection.Group> groups = SheetSelection.choose(List.of(cell("a", 10, 90), cell("b", 10)), 5);

        assertThat(groups).allSatisfy(group -> assertThat(ids(group)).containsExactly("s0"));
    }

    @Test
    void nothingIsChosenWhereNothingWasJudged() {
        assertThat(SheetSelection.choose(List.of(), 3)).isEmpty();
        assertThat(SheetSelection.choose(List.of(cell("a", 1)), 0)).isEmpty();
    }
}
