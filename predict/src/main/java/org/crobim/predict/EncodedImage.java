package org.crobim.predict;

import org.crobim.model.crobim.EncodedScene;

/** An image after its one pass through the encoder; holds native memory until closed. */
public final class EncodedImage implements AutoCloseable {
    private final int width;
    private final int height;
    private final EncodedScene features;

    EncodedImage(int width, int height, EncodedScene features) {
        this.width = width;
        this.height = height;
        this.features = features;
    }

    /** Native width of the image, pixels. */
    public int width() {
        return width;
    }

    /** Native height of the image, pixels. */
    public int height() {
        return height;
    }

    EncodedScene features() {
        return features;
    }

    @Override
    public void close() {
        features.release();
    }
}
