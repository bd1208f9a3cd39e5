package org.crobim.predict.cache;

import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.crobim.core.image.RgbImage;
import org.crobim.predict.EncodedImage;
import org.crobim.predict.Segmenter;

/**
 * Encodes images, each once as long as it is remembered.
 *
 * <p>Images are told apart by their pixels and by the network, so that an answer is never changed, only its time. What was used
 * longest ago leaves memory for the disk, and the disk for good. One thread.
 */
public final class FeatureCache implements AutoCloseable {
    private final Segmenter segmenter;
    private final String network;
    private final CacheLimits limits;
    private final Optional<FeatureFiles> files;
    /** In the order of their last use. */
    private final Map<FeatureKey, EncodedImage> kept = new LinkedHashMap<>(16, 0.75f, true);

    private long memoryBytes;
    private int fromMemory;
    private int fromDisk;
    private int encoded;

    /**
     * @param segmenter stays the caller's, and must be closed after this
     * @param network name of its weights and of how it calculates
     * @param clock dates the use of files
     */
    public FeatureCache(Segmenter segmenter, String network, CacheLimits limits, Clock clock) {
        this.segmenter = segmenter;
        this.network = network;
        this.limits = limits;
        this.files = limits.folder().map(folder -> new FeatureFiles(folder, limits.diskBytes(), segmenter, clock));
    }

    /** How often an image was found in memory, found on disk, or encoded. */
    public record Uses(int fromMemory, int fromDisk, int encoded) {}

    /**
     * The features of an image.
     *
     * @return owned by this cache, valid until the next call
     */
    public EncodedImage encode(RgbImage image) {
        FeatureKey key = FeatureKey.of(image, network);
        EncodedImage known = kept.get(key);
        if (known != null) {
            fromMemory++;
            return known;
        }
        Optional<EncodedImage> stored = files.flatMap(disk -> disk.find(key, image));
        if (stored.isPresent()) {
            fromDisk++;
        } else {
            encoded++;
        }
        EncodedImage features = stored.orElseGet(() -> segmenter.encode(image));
        kept.put(key, features);
        memoryBytes += features.bytes();
        shrink(1);
        return features;
    }

    /** What the questions so far were answered from. */
    public Uses uses() {
        return new Uses(fromMemory, fromDisk, encoded);
    }

    /** Native memory held. */
    public long memoryBytes() {
        return memoryBytes;
    }

    private void shrink(int leastImages) {
        Iterator<Map.Entry<FeatureKey, EncodedImage>> oldest = kept.entrySet().iterator();
        while (memoryBytes > limits.memoryBytes() && kept.size() > leastImages) {
            Map.Entry<FeatureKey, EncodedImage> entry = oldest.next();
            memoryBytes -= entry.getValue().bytes();
            release(entry);
            oldest.remove();
        }
    }

    private void release(Map.Entry<FeatureKey, EncodedImage> entry) {
        try (EncodedImage image = entry.getValue()) {
            files.ifPresent(disk -> disk.keep(entry.getKey(), image));
        }
    }

    /** Writes what is in memory to the disk, if there is one, and releases it. */
    @Override
    public void close() {
        kept.entrySet().forEach(this::release);
        kept.clear();
        memoryBytes = 0;
    }
}
