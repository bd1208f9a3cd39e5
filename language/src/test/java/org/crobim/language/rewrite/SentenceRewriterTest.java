package org.crobim.language.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.crobim.core.geometry.Box;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceRewriterTest {
    private final SentenceRewriter rewriter = new SentenceRewriter();

    @ParameterizedTest
    @CsvSource({
        "The left-most ship on the pier., The right-most ship on the pier.",
        "A ship on the upper Left, A ship on the upper Right",
        "LEFT ship, RIGHT ship",
        "the ship right next to the bridge on the right, the ship right next to the bridge on the left",
        "The bridge over the river on the left, The bridge over the river on the right",
        "the ship on the rght, the ship on the left",
        "the second ship from the left, the second ship from the right",
        "The large gray ship, The large gray ship"
    })
    void aHorizontalFlipExchangesLeftAndRightOnly(String sentence, String flipped) {
        assertThat(rewriter.rewrite(sentence, ImageTurn.FLIP_HORIZONTAL)).contains(flipped);
    }

    @ParameterizedTest
    @CsvSource({
        "The uppermost ship, The lowermost ship",
        "the ship above and to the left of the dam, the ship below and to the left of the dam",
        "the ship lower down than the dam, the ship higher up than the dam",
        "the ship halfway up the left side, the ship halfway up the left side",
        "The ship in the upper left corner, The ship in the lower left corner"
    })
    void aVerticalFlipExchangesTopAndBottomOnly(String sentence, String flipped) {
        assertThat(rewriter.rewrite(sentence, ImageTurn.FLIP_VERTICAL)).contains(flipped);
    }

    @ParameterizedTest
    @CsvSource({
        "The ship in the top left of the image, The ship in the top right of the image",
        "The ship in the lower-left corner, The ship in the upper-left corner",
        "A ship in the middle left, A ship in the top middle",
        "Above the dam is a ship, To the right of the dam is a ship",
        "the ship on the left of the dam, the ship above the dam",
        "the ship on the left of the image, the ship on the top of the image",
        "the ship on the left side of the dam, the ship on the top side of the dam",
        "the ship above and to the left of the dam, the ship above and to the right of the dam",
        "the leftmost ship, the topmost ship",
        "the ship in the left-hand area, the ship in the top area",
        "the second ship from the right of small size, the second ship from the bottom of small size",
        "the horizontal bridge, the vertical bridge",
        "the ship halfway up the left side, the ship halfway along the top side"
    })
    void aQuarterTurnExchangesRowsAndColumns(String sentence, String turned) {
        assertThat(rewriter.rewrite(sentence, ImageTurn.QUARTER_TURN_CLOCKWISE)).contains(turned);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the northern ship",
                "the ship at three o'clock",
                "the ship in the south-east",
                "the second ship",
                "the ship left behind"
            })
    void whatDoesNotDependOnTheImageAloneIsRefused(String sentence) {
        assertThat(rewriter.rewrite(sentence, ImageTurn.FLIP_HORIZONTAL)).isEmpty();
        assertThat(rewriter.rewrite(sentence, ImageTurn.UPRIGHT)).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the bridge over the river",
                "the vehicle parked behind the airplane",
                "the vehicle driving up the bridge",
                "the vehicle in the second row from the left",
                "the vehicle on top of the bridge"
            })
    void whatMayMeanUprightOrAboveIsRefusedWhenTheVerticalTurns(String sentence) {
        assertThat(rewriter.rewrite(sentence, ImageTurn.QUARTER_TURN_CLOCKWISE)).isEmpty();
        assertThat(rewriter.rewrite(sentence, ImageTurn.FLIP_HORIZONTAL)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void fourQuarterTurnsBringASideBackThroughAllSides(Side side) {
        Set<Side> seen = new HashSet<>();
        Side turned = side;
        for (int i = 0; i < 4; i++) {
            turned = ImageTurn.QUARTER_TURN_CLOCKWISE.of(turned);
            seen.add(turned);
        }
        assertThat(turned).isEqualTo(side);
        assertThat(seen).containsExactlyInAnyOrder(Side.values());
    }

    @Test
    void aTurnMovesBoxesAndDirectionsAlike() {
        Box topLeft = new Box(0, 0, 20, 10);
        assertThat(ImageTurn.QUARTER_TURN_CLOCKWISE.of(topLeft, 200, 100)).isEqualTo(new Box(90, 0, 100, 20));
        assertThat(ImageTurn.QUARTER_TURN_CLOCKWISE.of(Bearing.ABOVE_LEFT)).isEqualTo(Bearing.ABOVE_RIGHT);
        assertThat(ImageTurn.all()).hasSize(8).doesNotHaveDuplicates();
    }
}
