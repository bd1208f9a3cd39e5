package org.crobim.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionWordsTest {
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
        assertThat(PositionWords.removedFrom(text)).isEqualTo(expected);
    }
}
