package org.crobim.geo.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.crobim.core.error.OutputException;
import org.crobim.geo.raster.PixelWindow;

/** An image as raw pixels in a temporary file: red, green, blue and validity of each. */
final class RawFileRows implements PixelRows, AutoCloseable {
    private static final int PIXEL_BYTES = 4;
    private static final long BAND_PIXELS = 32L << 20;

    private final Path file;
    private final FileChannel channel;
    private final int width;
    private final int height;
    private final int[] channels;

    private RawFileRows(Path file, FileChannel channel, ImageRegions image, int[] channels) {
        this.file = file;
        this.channel = channel;
        this.width = image.width();
        this.height = image.height();
        this.channels = channels.clone();
    }

    /**
     * Decodes an image band by band.
     *
     * @param channels of the image that become red, green and blue
     */
    static RawFileRows write(ImageRegions image, int[] channels) {
        try {
            Path file = Files.createTempFile("crobim-", ".raw");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            RawFileRows rows = new RawFileRows(file, channel, image, channels);
            try {
                rows.fill(image);
                return rows;
            } catch (IOException | RuntimeException e) {
                rows.close();
                throw e;
            }
        } catch (IOException e) {
            throw new OutputException(
                    "The temporary file of a large image cannot be written (%s). It needs %,d bytes in the folder of java.io.tmpdir."
                            .formatted(e.getMessage(), (long) PIXEL_BYTES * image.width() * image.height()),
                    e);
        }
    }

    private void fill(ImageRegions image) throws IOException {
        int bandRows = (int) Math.max(1, BAND_PIXELS / width);
        for (int y = 0; y < height; y += bandRows) {
            ByteBuffer pixels = ByteBuffer.wrap(image.rows(y, Math.min(bandRows, height - y)));
            while (pixels.hasRemaining()) {
                channel.write(pixels);
            }
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int rowsTogether() {
        return 1;
    }

    @Override
    public void read(PixelWindow window, byte[] rgb, byte[] valid) {
        ByteBuffer row = ByteBuffer.allocate(PIXEL_BYTES * window.width());
        for (int y = 0; y < window.height(); y++) {
            readFully(row.clear(), PIXEL_BYTES * ((long) (window.y() + y) * width + window.x()));
            int target = y * window.width();
            for (int x = 0; x < window.width(); x++, target++) {
                for (int i = 0; i < channels.length; i++) {
                    rgb[3 * target + i] = row.get(PIXEL_BYTES * x + channels[i]);
                }
                valid[target] = row.get(PIXEL_BYTES * x + 3);
            }
        }
    }

    private void readFully(ByteBuffer target, long position) {
        try {
            while (target.hasRemaining()) {
                if (channel.read(target, position + target.position()) < 0) {
                    throw new IOException("it became shorter");
                }
            }
        } catch (IOException e) {
            throw new OutputException(
                    "%s: the temporary file of a large image cannot be read (%s).".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new OutputException("%s cannot be closed (%s).".formatted(file, e.getMessage()), e);
        }
    }
}
