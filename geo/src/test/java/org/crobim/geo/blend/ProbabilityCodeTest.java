package org.crobim.geo.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;

class ProbabilityCodeTest {
    @Property
    void aProbabilityComesBackWithinHalfAStepAndOnItsSideOfOneHalf(
            @ForAll @FloatRange(min = 0, max = 1) float probability) {
        float read = ProbabilityCode.probability(ProbabilityCode.of(probability));

        assertThat(read).isCloseTo(probability, offset(0.5f / 253 + 1e-6f));
        if (Math.abs(probability - 0.5) > 1e-6) {
            assertThat(read > 0.5).isEqualTo(probability > 0.5);
        }
    }
}
