package org.crobim.language.generate;

import org.crobim.language.SceneObject;

/**
 * Which objects a sentence may name and which it must reckon with.
 *
 * @param leastAreaPixels smaller objects are never named but still rival others
 * @param leastVisibleTarget less visible objects are never named but still rival others; (0, 1]
 * @param leastVisibleRival less visible objects are ignored; 0..leastVisibleTarget
 */
public record TargetRules(double leastAreaPixels, double leastVisibleTarget, double leastVisibleRival) {
    /** Checks the ranges. */
    public TargetRules {
        if (!(leastAreaPixels >= 0
                && leastVisibleRival >= 0
                && leastVisibleRival <= leastVisibleTarget
                && leastVisibleTarget <= 1)) {
            throw new IllegalArgumentException(
                    "Targets need an area of at least 0 and 0 <= rival <= target <= 1 visible, got %s, %s and %s"
                            .formatted(leastAreaPixels, leastVisibleRival, leastVisibleTarget));
        }
    }

    /** 24 pixels, 40 % visible, and 10 % for rivals. */
    public static TargetRules standard() {
        return new TargetRules(24, 0.4, 0.1);
    }

    /** Whether a sentence may name an object, judged by the object alone. */
    public boolean allows(SceneObject object) {
        return object.areaPixels() >= leastAreaPixels && object.visibleFraction() >= leastVisibleTarget;
    }
}
