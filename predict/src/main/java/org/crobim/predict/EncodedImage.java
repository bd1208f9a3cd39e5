package org.crobim.predict;

import java.util.function.Function;
import org.crobim.model.referring.ImageEncoding;

/**
 * What the network knows of one image before any sentence; asked as often as wanted, by any number of threads.
 *
 * <p>Owns native memory until {@link #close()}. Belongs to the segmenter that made it and must be closed before it.
 */
public final class EncodedImage implements AutoCloseable {
    private final Segmenter maker;
    private final ImageEncoding features;
    private final ImageSize size;
    private final double milliseconds;
    private final UseGuard guard = new UseGuard("the encoded image");

    /** Width and height in pixels. */
    record ImageSize(int width, int height) {}

    /**
     * @param maker the only segmenter that understands the features
     * @param features of one image, kept; released by {@link #close()}
     * @param size of the image
     * @param milliseconds that encoding took
     */
    EncodedImage(Segmenter maker, ImageEncoding features, ImageSize size, double milliseconds) {
        this.maker = maker;
        this.features = features;
        this.size = size;
        this.milliseconds = milliseconds;
    }

    /** Width of the image, pixels. */
    public int width() {
        return size.width();
    }

    /** Height of the image, pixels. */
    public int height() {
        return size.height();
    }

    /** Time that encoding took. */
    public double milliseconds() {
        return milliseconds;
    }

    /**
     * Native memory held.
     *
     * @throws IllegalStateException if closed
     */
    public long bytes() {
        return guard.use(features::bytes);
    }

    /**
     * Hands the features out while nobody may release them.
     *
     * @throws IllegalArgumentException if another segmenter made this
     * @throws IllegalStateException if closed
     */
    <T> T use(Segmenter user, Function<ImageEncoding, T> work) {
        if (user != maker) {
            throw new IllegalArgumentException(
                    "the image was encoded by another segmenter; its features mean nothing to this one");
        }
        return guard.use(() -> work.apply(features));
    }

    /** Releases the native memory when no question is being answered; a second call does nothing. */
    @Override
    public void close() {
        guard.close(features::release);
    }
}
