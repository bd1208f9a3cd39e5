package org.crobim.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.predict.Segmentation;
import org.junit.jupiter.api.Test;

class DemoAnswerTest {
    private static DemoAnswer answer(Optional<Mask> truth, Mask found) {
        DemoScene.Question question = new DemoScene.Question("the ship", truth);
        DemoScene scene = new DemoScene("sea", 1, new RgbImage(2, 1, new byte[6]), List.of(question));
        Segmentation answer = new Segmentation("the ship", true, 0.7, found, found, 1, List.of());
        return DemoAnswer.of(scene, question, answer, "0-sea.0");
    }

    @Test
    void theOverlapIsThatOfTheMetrics() {
        Mask left = Mask.of(2, 1, new byte[] {1, 0});
        Mask all = Mask.of(2, 1, new byte[] {1, 1});

        assertThat(answer(Optional.of(left), all).iou()).hasValue(0.5);
        assertThat(answer(Optional.empty(), all).iou()).isEmpty();
    }

    @Test
    void twoEmptyMasksOverlapByNothing() {
        assertThat(answer(Optional.of(Mask.empty(2, 1)), Mask.empty(2, 1)).iou())
                .hasValue(0.0);
    }
}
