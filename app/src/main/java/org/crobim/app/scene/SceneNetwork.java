package org.crobim.app.scene;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.crobim.app.console.Console;
import org.crobim.model.tensor.Precision;
import org.crobim.predict.Segmenter;
import org.crobim.predict.WeightsFingerprint;
import org.crobim.predict.cache.CachedTiles;
import org.crobim.predict.cache.FeatureCache;
import org.crobim.predict.scene.NetworkTiles;
import org.crobim.predict.scene.TileSegmenter;

/** The network of a command on tiles, with a memory of encoded tiles where the user wants one. */
public final class SceneNetwork implements AutoCloseable {
    private final TileSegmenter tiles;
    private final Optional<FeatureCache> cache;
    private final Console console;

    /**
     * @param segmenter stays the caller's, and must be closed after this
     * @param weights the file that it was loaded from
     */
    public SceneNetwork(Segmenter segmenter, Path weights, SceneArguments arguments, Console console) {
        Precision precision = segmenter.options().precision();
        String hash = WeightsFingerprint.of(weights);
        // Other precisions give other answers, which must never be mixed.
        String model = precision == Precision.FP32
                ? hash
                : hash + "-" + precision.name().toLowerCase(Locale.ROOT);
        NetworkTiles network = new NetworkTiles(segmenter, model);
        this.console = console;
        // Where words are fused into the image encoder there is nothing to remember.
        this.cache = arguments
                .cacheLimits()
                .filter(limits -> network.encodesImageOnce())
                .map(limits -> new FeatureCache(segmenter, model, limits, Clock.systemUTC()));
        this.tiles = cache.<TileSegmenter>map(memory -> new CachedTiles(network, segmenter, memory))
                .orElse(network);
    }

    /** The network. */
    public TileSegmenter tiles() {
        return tiles;
    }

    /** Says what the memory was good for, and writes to the disk what was only in it. */
    @Override
    public void close() {
        cache.ifPresent(memory -> {
            FeatureCache.Uses uses = memory.uses();
            console.note("cache: %d tiles encoded, %d found in memory, %d on disk"
                    .formatted(uses.encoded(), uses.fromMemory(), uses.fromDisk()));
            memory.close();
        });
    }
}
