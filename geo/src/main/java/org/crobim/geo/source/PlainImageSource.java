package org.crobim.geo.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crobim.core.error.InputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.frame.GridTransform;
import org.crobim.geo.frame.SceneCrs;
import org.crobim.geo.frame.WorldFile;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterInfo;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.raster.ScenePatch;

/**
 * A PNG, JPEG, BMP or GIF, with the position that files beside it give. These formats can only be decoded from the top:
 * images of up to {@value #MOST_PIXELS_IN_MEMORY} pixels are held in memory, larger ones are decoded once into a raw
 * temporary file, which needs four bytes a pixel on the disk.
 */
final class PlainImageSource implements RasterSource {
    /** 192 MiB of colours. */
    static final long MOST_PIXELS_IN_MEMORY = 64L << 20;

    private final RasterInfo info;
    private final List<String> remarks;
    private final PixelRows rows;
    private final Runnable release;

    private PlainImageSource(RasterInfo info, List<String> remarks, PixelRows rows, Runnable release) {
        this.info = info;
        this.remarks = List.copyOf(remarks);
        this.rows = rows;
        this.release = release;
    }

    /**
     * Opens an image.
     *
     * @throws InputException if it is cut off or damaged, or a file beside it cannot be used
     */
    static PlainImageSource open(Path file, RasterOptions options) {
        return open(file, options, MOST_PIXELS_IN_MEMORY);
    }

    /** The same with another limit for images that are held in memory. */
    static PlainImageSource open(Path file, RasterOptions options, long mostPixelsInMemory) {
        if (options.stretch() instanceof Stretch.Percentiles) {
            throw new UsageException(
                    "%s: percentiles are for TIFF; this image is stretched by its own depth. Leave --stretch away, or convert it with gdal_translate."
                            .formatted(file));
        }
        ImageRegions image = ImageRegions.open(file);
        List<String> remarks = new ArrayList<>();
        try {
            Optional<GeoReference> reference = reference(file, options, remarks);
            RasterInfo info =
                    new RasterInfo(file, image.width(), image.height(), image.bands(), image.sampleType(), reference);
            int[] channels = channels(file, options, image);
            boolean small = (long) image.width() * image.height() <= mostPixelsInMemory;
            if (small) {
                byte[] valid = image.hasAlpha() ? image.validity() : new byte[0];
                RgbImage colours = ImageFiles.read(file);
                image.close();
                return new PlainImageSource(info, remarks, new MemoryRows(colours, valid, channels), () -> {});
            }
            RawFileRows raw = RawFileRows.write(image, channels);
            image.close();
            return new PlainImageSource(info, remarks, raw, raw::close);
        } catch (RuntimeException e) {
            image.close();
            throw e;
        }
    }

    private static Optional<GeoReference> reference(Path file, RasterOptions options, List<String> remarks) {
        Optional<GridTransform> transform = WorldFile.transform(file);
        if (transform.isEmpty()) {
            return Optional.empty();
        }
        Optional<SceneCrs> crs = options.crs().isPresent() ? options.crs() : WorldFile.crs(file);
        if (crs.isEmpty()) {
            remarks.add(
                    "The world file gives positions but no .prj names their reference system; the image is read in pixels. Name the system with --crs, as EPSG:32650.");
        }
        return crs.map(system -> new GeoReference(transform.get(), system));
    }

    private static int[] channels(Path file, RasterOptions options, ImageRegions image) {
        List<String> names =
                image.bands() - (image.hasAlpha() ? 1 : 0) >= 3 ? List.of("red", "green", "blue") : List.of("grey");
        BandChoice.Description description = new BandChoice.Description(file.toString(), image.sampleType());
        return BandChoice.of(options.bands(), names, names.size(), description).bands();
    }

    @Override
    public RasterInfo info() {
        return info;
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public ScenePatch read(PixelWindow window, int outputWidth, int outputHeight) {
        if (!window.fitsInto(info.width(), info.height())) {
            throw new IllegalArgumentException(
                    "%s leaves the image of %d x %d".formatted(window, info.width(), info.height()));
        }
        WindowResampler.Frame frame =
                new WindowResampler.Frame(window.x(), window.y(), window.width(), window.height());
        return WindowResampler.read(rows, frame, outputWidth, outputHeight);
    }

    @Override
    public void close() {
        release.run();
    }

    /**
     * An image in memory.
     *
     * @param image its colours
     * @param valid 1 where there is data; empty where there is everywhere
     * @param channels of the image that become red, green and blue
     */
    record MemoryRows(RgbImage image, byte[] valid, int[] channels) implements PixelRows {
        @Override
        public int width() {
            return image.width();
        }

        @Override
        public int height() {
            return image.height();
        }

        @Override
        public int rowsTogether() {
            return 1;
        }

        @Override
        public void read(PixelWindow window, byte[] rgb, byte[] data) {
            for (int y = 0; y < window.height(); y++) {
                int source = (window.y() + y) * image.width() + window.x();
                int target = y * window.width();
                for (int x = 0; x < window.width(); x++) {
                    for (int channel = 0; channel < 3; channel++) {
                        rgb[3 * (target + x) + channel] = image.rgb()[3 * (source + x) + channels[channel]];
                    }
                }
                if (valid.length == 0) {
                    Arrays.fill(data, target, target + window.width(), (byte) 1);
                } else {
                    System.arraycopy(valid, source, data, target, window.width());
                }
            }
        }
    }
}
