package org.crobim.geo.raster;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.geo.frame.GeoReference;

/** An image in memory as a scene; every pixel is valid unless a mask says otherwise. Nothing is to be released. */
public final class ImageRaster implements RasterSource {
    private final RgbImage image;
    private final Mask valid;
    private final RasterInfo info;

    /**
     * @param patch the pixels and which of them hold data; not copied
     * @param name what messages call the scene
     * @param reference where it lies on the ground; empty for a plain image
     */
    public ImageRaster(ScenePatch patch, Path name, Optional<GeoReference> reference) {
        this.image = patch.image();
        this.valid = patch.valid();
        this.info = new RasterInfo(name, image.width(), image.height(), 3, "uint8", reference);
    }

    /** A plain image whose pixels are all valid. */
    public static ImageRaster of(RgbImage image, Path name) {
        byte[] all = new byte[Math.multiplyExact(image.width(), image.height())];
        Arrays.fill(all, (byte) 1);
        return new ImageRaster(
                new ScenePatch(image, Mask.of(image.width(), image.height(), all)), name, Optional.empty());
    }

    /** All pixels. */
    public RgbImage image() {
        return image;
    }

    @Override
    public RasterInfo info() {
        return info;
    }

    @Override
    public ScenePatch read(PixelWindow window, int outputWidth, int outputHeight) {
        if (!window.fitsInto(image.width(), image.height())) {
            throw new IllegalArgumentException(
                    "%s leaves the scene of %d x %d pixels".formatted(window, image.width(), image.height()));
        }
        byte[] rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(window.width(), window.height()))];
        byte[] data = new byte[window.width() * window.height()];
        for (int y = 0; y < window.height(); y++) {
            int from = (window.y() + y) * image.width() + window.x();
            int to = y * window.width();
            System.arraycopy(image.rgb(), 3 * from, rgb, 3 * to, 3 * window.width());
            System.arraycopy(valid.pixels(), from, data, to, window.width());
        }
        return new ScenePatch(
                Resampling.bilinear(new RgbImage(window.width(), window.height(), rgb), outputWidth, outputHeight),
                Resampling.nearest(Mask.of(window.width(), window.height(), data), outputWidth, outputHeight));
    }

    @Override
    public void close() {}
}
