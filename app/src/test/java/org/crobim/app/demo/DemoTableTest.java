package org.crobim.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoTableTest {
    private static DemoAnswer answer(String expression, Optional<Double> iou, boolean present) {
        return new DemoAnswer("marina", 1, expression, iou.isPresent(), present, 0.5, iou, "m.png", "o.png");
    }

    @Test
    void everyAnswerShowsItsOverlapAndItsVerdict() {
        List<String> lines = DemoTable.lines(List.of(
                answer("the ship on the left", Optional.of(0.876), true),
                answer("the pier", Optional.of(0.0), false),
                answer("the airplane", Optional.empty(), false),
                answer("the stadium", Optional.empty(), true)));

        assertThat(lines)
                .containsExactly(
                        "scene        expression            presence    IoU  answer",
                        "marina       the ship on the left      0.50   0.88  found",
                        "marina       the pier                  0.50   0.00  missed",
                        "marina       the airplane              0.50      -  nothing matches, rightly",
                        "marina       the stadium               0.50      -  found something that is not there");
    }
}
