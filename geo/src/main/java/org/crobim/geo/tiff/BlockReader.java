package org.crobim.geo.tiff;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageReader;
import org.crobim.core.error.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes single blocks of an image with TwelveMonkeys, each as a small TIFF of its own. Not safe for use by several
 * threads.
 */
public final class BlockReader implements AutoCloseable {
    private static final long ALWAYS_PLAUSIBLE_BYTES = 1L << 20;

    private final TiffImage image;
    private final BlockHeader header;
    private final ImageReader reader;
    private @Nullable String damage;

    /** Reads blocks of an image, whose file stays open for as long. */
    public BlockReader(TiffImage image) {
        this.image = image;
        this.header = new BlockHeader(image);
        this.reader = new TIFFImageReaderSpi().createReaderInstance(null);
        reader.addIIOReadWarningListener((source, warning) -> noteWarning(warning));
    }

    /**
     * Decodes a block.
     *
     * @param block of the grid of the image
     * @param plane the band, where bands are planar, otherwise 0
     * @return one band for planar images, otherwise all; empty where the file leaves the block out
     * @throws InputException if the block is damaged
     */
    public Optional<BlockSamples> read(long block, int plane) {
        Optional<TiffImage.StoredBlock> stored = image.block(block, plane);
        return stored.map(
                place -> new BlockSamples(decode(place, block), image.layout().format()));
    }

    private Raster decode(TiffImage.StoredBlock place, long block) {
        requirePlausible(place, block);
        byte[] file = header.withBlock(image.input().read(place.offset(), (int) place.bytes()), place.rows());
        damage = null;
        try (ByteArrayImageInputStream stream = new ByteArrayImageInputStream(file)) {
            reader.setInput(stream);
            // Read as an image, floating point samples would be cut to 0..1; luminance and chroma have to be converted.
            boolean convert = image.layout().photometric() == PixelLayout.YCBCR;
            Raster raster = convert ? reader.read(0).getRaster() : reader.readRaster(0, null);
            if (damage != null) {
                throw image.input().damaged("block %,d: %s".formatted(block, damage));
            }
            return raster;
        } catch (IOException | RuntimeException e) {
            if (e instanceof InputException known) {
                throw known;
            }
            // Decoders meet broken blocks with any unchecked exception; to the user all of them mean the same.
            throw image.input().damaged("block %,d cannot be decoded: %s".formatted(block, reason(e)), e);
        } finally {
            reader.setInput(null);
        }
    }

    private void requirePlausible(TiffImage.StoredBlock place, long block) {
        long decoded = image.decodedBytes();
        if (place.bytes() > 4 * decoded + ALWAYS_PLAUSIBLE_BYTES
                || (decoded > ALWAYS_PLAUSIBLE_BYTES
                        && decoded / image.compression().mostGrowth() > place.bytes())) {
            throw image.input()
                    .damaged("block %,d has %,d bytes, which cannot hold %d x %d pixels"
                            .formatted(block, place.bytes(), image.grid().blockWidth(), place.rows()));
        }
        if (image.compression() == Compression.JPEG) {
            byte[] start = image.input().read(place.offset(), (int) Math.min(place.bytes(), 1 << 16));
            if (!JpegFrame.fits(start, image.grid().blockWidth(), image.grid().blockHeight())) {
                throw image.input().damaged("block %,d holds no JPEG of its size".formatted(block));
            }
        }
    }

    // The decoder of JPEG fills what is missing with grey and only warns.
    private void noteWarning(String warning) {
        String lowerCase = warning.toLowerCase(Locale.ROOT);
        if (lowerCase.contains("truncated") || lowerCase.contains("premature")) {
            damage = warning;
        }
    }

    private static String reason(Exception error) {
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
