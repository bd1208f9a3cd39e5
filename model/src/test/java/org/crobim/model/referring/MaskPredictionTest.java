package org.crobim.model.referring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.Test;

class MaskPredictionTest {
    @Test
    void aPresenceHeadDecidesTheScore() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor logits = Tensors.floats(new float[] {0, 9, 0, 9}, 1, 1, 2, 2);

            Tensor score = new MaskPrediction(logits, Tensors.zeros(1)).presenceScore();

            assertThat(Tensors.toFloats(score)).containsExactly(0.5f);
        }
    }

    @Test
    void withoutAHeadTheMostCertainPixelOfEachQuestionDecides() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor logits = Tensors.floats(new float[] {0, -2, 1, 0, 0, 3, 5, 4}, 2, 1, 2, 2);

            float[] score = Tensors.toFloats(MaskPrediction.ofMasks(logits).presenceScore());

            assertThat(score).hasSize(2);
            assertThat(score[0]).isCloseTo(0.26894f, within(1e-4f));
            assertThat(score[1]).isCloseTo(0.95257f, within(1e-4f));
        }
    }
}
