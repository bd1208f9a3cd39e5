package org.crobim.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextControlTest {
    private static final String TEXT = "The leftmost plane";
    private static final String OTHER = "the ship";

    @Test
    void eachControlSaysLessOrSomethingElse() {
        assertThat(TextControl.FULL.apply(TEXT, OTHER)).isEqualTo(TEXT);
        assertThat(TextControl.NO_TEXT.apply(TEXT, OTHER)).isEmpty();
        assertThat(TextControl.SHUFFLED.apply(TEXT, OTHER)).isEqualTo(OTHER);
        assertThat(TextControl.CLASS_ONLY.apply(TEXT, OTHER)).isEqualTo("the airplane");
        assertThat(TextControl.POSITION_REMOVED.apply(TEXT, OTHER)).isEqualTo("The plane");
    }

    @Test
    void theClassOfAGeneratedSentenceNeedsNoParsing() {
        ReferringExpression expression = new ReferringExpression(
                "the one on the left", OptionalInt.of(1), ObjectCategory.STORAGE_TANK, Stratum.POSITION);
        assertThat(TextControl.classOnly(expression)).isEqualTo("the storage tank");
        assertThat(TextControl.CLASS_ONLY.apply(expression.text(), OTHER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "The small vehicle is located near the bottom left corner of the image., The small vehicle is located",
        "A large red ship at the bottom, A large red ship",
        "The left-most ship on the pier, The ship on the pier",
        "the tiniest harbor in the scene, the harbor in the scene",
        "the ship is on the lower right of the bridge, the ship is of the bridge",
        "a gray windmill, a gray windmill"
    })
    void positionWordsGoWithTheWordsThatDependOnThem(String text, String expected) {
        assertThat(TextControl.POSITION_REMOVED.apply(text, OTHER)).isEqualTo(expected);
    }
}
