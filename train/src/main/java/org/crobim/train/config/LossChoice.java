package org.crobim.train.config;

import java.util.Set;
import org.crobim.train.config.binding.ComponentException;
import org.crobim.train.config.binding.Default;
import org.crobim.train.config.binding.Range;
import org.crobim.train.config.binding.RecordReader;

/**
 * What the network is punished for: crossEntropy x cross-entropy + dice x Dice + presence x presence loss + category x dense class loss.
 *
 * @param backgroundWeight class weight of the background in the cross-entropy
 * @param foregroundWeight class weight of the target in the cross-entropy
 * @param dice weight of the Dice loss
 * @param presence weight of the presence loss
 * @param category weight of the auxiliary dense class loss on the image encoder
 * @param guidance weight of the auxiliary losses on the language side: mask off LGFA's features (cross-entropy + Dice) and
 *     place of the target off the sentence (four times the distance of the centres, as share of the sides)
 * @param lossStride mask losses are taken at 1 / lossStride of the input side: 1, 2 or 4
 * @param crossEntropy weight of the cross-entropy; 0.9 in RMSIN's recipe
 * @param diceForm how Dice is summed up
 */
public record LossChoice(
        @Default("0.9") double backgroundWeight,
        @Default("1.1") double foregroundWeight,
        @Default("1.0") double dice,
        @Default("0.5") double presence,
        @Default("0.5") double category,
        @Default("0.5") double guidance,
        @Default("2") int lossStride,
        @Default("1.0") double crossEntropy,
        @Default("foreground-mean") DiceForm diceForm) {
    /** Checks every range. */
    public LossChoice {
        Range.above("backgroundWeight", backgroundWeight, 0);
        Range.above("foregroundWeight", foregroundWeight, 0);
        Range.notNegative("dice", dice);
        Range.notNegative("presence", presence);
        Range.notNegative("category", category);
        Range.notNegative("guidance", guidance);
        Range.notNegative("crossEntropy", crossEntropy);
        if (!Set.of(1, 2, 4).contains(lossStride)) {
            throw new ComponentException("lossStride", "is %d, expected 1, 2 or 4".formatted(lossStride));
        }
    }

    /** The weights for training from scratch. */
    public static LossChoice defaults() {
        return RecordReader.defaults(LossChoice.class);
    }
}
