package org.crobim.predict.cache;

import java.util.List;
import org.crobim.predict.Segmenter;
import org.crobim.predict.TargetLogits;
import org.crobim.predict.scene.NetworkTiles;
import org.crobim.predict.scene.SceneTile;
import org.crobim.predict.scene.TileSegmenter;

/** A network on tiles that remembers what it has encoded. */
public final class CachedTiles implements TileSegmenter {
    private final NetworkTiles network;
    private final Segmenter segmenter;
    private final FeatureCache cache;

    /**
     * @param network the same without memory
     * @param segmenter that it uses
     * @param cache of that segmenter; stays the caller's
     */
    public CachedTiles(NetworkTiles network, Segmenter segmenter, FeatureCache cache) {
        this.network = network;
        this.segmenter = segmenter;
        this.cache = cache;
    }

    @Override
    public int inputSidePixels() {
        return network.inputSidePixels();
    }

    @Override
    public double presenceThreshold() {
        return network.presenceThreshold();
    }

    @Override
    public String identity() {
        return network.identity();
    }

    @Override
    public boolean encodesImageOnce() {
        return network.encodesImageOnce();
    }

    @Override
    public List<TargetLogits> locate(SceneTile tile, List<String> phrases) {
        return segmenter.locate(cache.encode(tile.patch().image()), phrases);
    }
}
