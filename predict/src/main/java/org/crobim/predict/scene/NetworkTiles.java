package org.crobim.predict.scene;

import java.util.List;
import org.crobim.predict.EncodedImage;
import org.crobim.predict.Segmenter;
import org.crobim.predict.TargetLogits;

/** A network as it is, on tiles. */
public final class NetworkTiles implements TileSegmenter {
    private final Segmenter segmenter;
    private final String identity;

    /**
     * @param segmenter stays the caller's
     * @param identity hash of its weights, and of how it calculates
     */
    public NetworkTiles(Segmenter segmenter, String identity) {
        this.segmenter = segmenter;
        this.identity = identity;
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
    public String identity() {
        return identity;
    }

    @Override
    public boolean encodesImageOnce() {
        return segmenter.model().network().encodesImageOnce();
    }

    @Override
    public List<TargetLogits> locate(SceneTile tile, List<String> phrases) {
        try (EncodedImage encoded = segmenter.encode(tile.patch().image())) {
            return segmenter.locate(encoded, phrases);
        }
    }
}
