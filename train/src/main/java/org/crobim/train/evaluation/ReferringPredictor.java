package org.crobim.train.evaluation;

import java.util.List;
import org.crobim.core.image.RgbImage;

/** Anything that finds what sentences name in an image; one thread at a time. */
public interface ReferringPredictor {
    /** Width and height of the model's input in pixels: the frame of model-size masks. */
    int inputSidePixels();

    /** A presence score of this or more means "something matches", 0..1. */
    double presenceThreshold();

    /**
     * Answers sentences about one image, whose language-free part is computed once.
     *
     * @param image any size
     * @param sentences at least one; the empty sentence is allowed and carries no information
     * @return one prediction a sentence, in their order
     */
    List<TargetPrediction> predict(RgbImage image, List<String> sentences);
}
