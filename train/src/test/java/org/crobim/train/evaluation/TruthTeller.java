package org.crobim.train.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;

/** A predictor that knows the true mask of every sentence of a data set, and finds nothing for any other sentence. */
final class TruthTeller implements ReferringPredictor {
    private final GridDataset dataset;
    final List<List<String>> asked = new ArrayList<>();

    TruthTeller(GridDataset dataset) {
        this.dataset = dataset;
    }

    @Override
    public int inputSidePixels() {
        return 8;
    }

    @Override
    public double presenceThreshold() {
        return 0.5;
    }

    @Override
    public List<TargetPrediction> predict(RgbImage image, List<String> sentences) {
        asked.add(sentences);
        return sentences.stream().map(text -> answer(image, text)).toList();
    }

    private TargetPrediction answer(RgbImage image, String text) {
        Optional<Mask> truth = dataset.maskOf(text);
        Mask mask = truth.orElseGet(() -> Mask.empty(image.width(), image.height()));
        return new TargetPrediction(mask, Resampling.nearest(mask, 8, 8), mask.area() > 0 ? 0.9 : 0.1);
    }
}
