package org.crobim.train.evaluation;

import java.util.List;
import org.crobim.core.image.RgbImage;
import org.crobim.model.referring.ReferringNetwork;
import org.crobim.predict.EncodedImage;
import org.crobim.predict.Segmenter;
import org.crobim.predict.TargetLogits;

/** CroBIM as it is judged: what {@code crobim segment} runs, drawn at two sizes, with dropout off. */
public final class NetworkPredictor implements ReferringPredictor {
    private final Segmenter segmenter;

    /**
     * @param segmenter borrowed; it stays the caller's, who closes it
     */
    public NetworkPredictor(Segmenter segmenter) {
        this.segmenter = segmenter;
    }

    @Override
    public int inputSidePixels() {
        return segmenter.model().configuration().inputSide();
    }

    @Override
    public double presenceThreshold() {
        return segmenter.model().presenceThreshold();
    }

    @Override
    public List<TargetPrediction> predict(RgbImage image, List<String> sentences) {
        ReferringNetwork network = segmenter.model().network();
        boolean training = network.isTraining();
        network.setTraining(false);
        try (EncodedImage encoded = segmenter.encode(image)) {
            return segmenter.locate(encoded, sentences).stream()
                    .map(located -> draw(located, image))
                    .toList();
        } finally {
            network.setTraining(training);
        }
    }

    private TargetPrediction draw(TargetLogits located, RgbImage image) {
        int side = inputSidePixels();
        return new TargetPrediction(
                located.grid().winner(image.width(), image.height()),
                located.grid().winner(side, side),
                located.presence());
    }
}
