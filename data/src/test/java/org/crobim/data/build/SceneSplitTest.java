package org.crobim.data.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.crobim.core.error.InputException;
import org.crobim.core.error.UsageException;
import org.crobim.data.ImageSplit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SceneSplitTest {
    @Test
    void sharesBecomeTheNearestCountsAndUseAllImages() {
        assertThat(SplitShares.parse("0.7, 0.1,0.2").counts(520)).isEqualTo(new ImageSplit.Counts(364, 52, 104));
        assertThat(new SplitShares(0.1, 0, 0.9).counts(1)).isEqualTo(new ImageSplit.Counts(1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.7,0.3", "0.7,0.1,0.3", "0,0.5,0.5", "a,b,c", "0.5,-0.1,0.6"})
    void sharesThatAreNoneAreUsageErrors(String typed) {
        assertThatThrownBy(() -> SplitShares.parse(typed))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("train");
    }

    @Test
    void aGivenSplitMayNameFilesWhereScenesHaveNoExtension() {
        ImageSplit given = new ImageSplit(1, List.of("P1.png"), List.of(), List.of("P2"));

        SceneSplit split = SceneSplit.of(List.of("P1", "P2"), given);

        assertThat(split.part("P1")).isEqualTo(ImageSplit.Part.TRAIN);
        assertThat(split.part("P2")).isEqualTo(ImageSplit.Part.TEST);
        assertThatThrownBy(() -> SceneSplit.of(List.of("P1", "P3"), given))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("1 of 2", "P3");
    }
}
