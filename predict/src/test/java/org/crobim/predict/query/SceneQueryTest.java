package org.crobim.predict.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SceneQueryTest {
    @Test
    void whatIsClassAndAttributesAndWhereIsTheRest() {
        SceneQuery query = SceneQuery.of("the largest white airplane in the upper right of the image");

        assertThat(query.targetPhrase()).isEqualTo("white airplane");
        assertThat(query.phrases()).containsExactly("white airplane");
        assertThat(query.dependsOnFrame()).isTrue();
        assertThat(query.obstacle()).isEmpty();
    }

    @Test
    void theObjectsThatASentenceRefersToAreLookedForToo() {
        SceneQuery query = SceneQuery.of("the vehicle closest to the tennis court");

        assertThat(query.phrases()).containsExactly("vehicle", "tennis court");
    }

    @Test
    void aMereClassNeedsNoFrame() {
        assertThat(SceneQuery.of("airplane").dependsOnFrame()).isFalse();
        assertThat(SceneQuery.of("the white airplane").dependsOnFrame()).isFalse();
    }

    @Test
    void whatWasNotUnderstoodIsNamedAndNeverPassedOver() {
        SceneQuery query = SceneQuery.of("the ship that the harbour master forgot");

        assertThat(query.description()).isEmpty();
        assertThat(query.phrases()).isEmpty();
        assertThat(query.obstacle().orElseThrow()).contains("forgot");
        assertThat(query.closerPhrase()).isEqualTo("ship");
    }

    @Test
    void aSentenceWithoutAClassIsLookedForAsItStands() {
        SceneQuery query = SceneQuery.of("the thing at the top");

        assertThat(query.obstacle()).isPresent();
        assertThat(query.closerPhrase()).isEqualTo("the thing at the top");
        assertThat(query.dependsOnFrame()).isTrue();
    }
}
