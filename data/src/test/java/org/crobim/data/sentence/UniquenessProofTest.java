package org.crobim.data.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.crobim.core.geometry.Box;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.junit.jupiter.api.Test;

class UniquenessProofTest {
    /** Two ships on the left, one below the other, and a bridge on the right. */
    private static final SceneLayout HARBOUR = new SceneLayout(
            100,
            100,
            List.of(
                    object(0, ObjectCategory.SHIP, 5, 5),
                    object(1, ObjectCategory.SHIP, 5, 85),
                    object(2, ObjectCategory.BRIDGE, 85, 45)));

    private final UniquenessProof proof = new UniquenessProof();

    private static SceneObject object(int id, ObjectCategory category, double left, double top) {
        return new SceneObject(id, category, new Box(left, top, left + 10, top + 10), 100, 1);
    }

    private String objection(String sentence, OptionalInt target) {
        return proof.objection(sentence, new KnownScene(HARBOUR, target)).orElse("none");
    }

    @Test
    void aSentenceThatNamesItsTargetAloneIsAccepted() {
        assertThat(objection("the top-most ship", OptionalInt.of(0))).isEqualTo("none");
        assertThat(objection("the bridge", OptionalInt.of(2))).isEqualTo("none");
        assertThat(objection("the airplane", OptionalInt.empty())).isEqualTo("none");
    }

    @Test
    void aSentenceThatFitsTwoObjectsIsAmbiguous() {
        assertThat(objection("the ship on the left", OptionalInt.of(0))).isEqualTo("fits 2 objects of the image");
    }

    @Test
    void aSentenceAboutAnotherObjectDoesNotFit() {
        assertThat(objection("the top-most ship", OptionalInt.of(1))).isEqualTo("does not fit its target");
        assertThat(objection("the bridge", OptionalInt.empty())).isEqualTo("fits an object, but should fit nothing");
    }

    @Test
    void whatIsNotUnderstoodProvesNothing() {
        assertThat(objection("the ship that the admiral likes", OptionalInt.of(0)))
                .isEqualTo("none");
        assertThat(objection("over there", OptionalInt.of(0))).isEqualTo("none");
    }
}
