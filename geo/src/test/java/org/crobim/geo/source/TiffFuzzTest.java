package org.crobim.geo.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.crobim.core.error.InputException;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterInfo;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.tiff.TiffBuilder;
import org.crobim.geo.tiff.UnsupportedTiffException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutated files are read or refused: no other error, no hang, no memory beyond a bound. The number of files is the system
 * property {@code crobim.fuzz}, 500 unless given; CONTRIBUTING.md names the command.
 */
class TiffFuzzTest {
    private static final int FILES = Integer.getInteger("crobim.fuzz", 500);
    private static final long MOST_ALLOCATED_BYTES = 256L << 20;
    private static final long MOST_NANOSECONDS = 10_000_000_000L;
    private static final int SIDE = 40;

    @TempDir
    private Path folder;

    private static byte[] noise(Random random, int bytes) {
        byte[] block = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            block[i] = (byte) (i / 3 + random.nextInt(9));
        }
        return block;
    }

    private static List<byte[]> blocks(Random random, int count, int bytes, boolean deflate) {
        List<byte[]> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] block = noise(random, bytes);
            blocks.add(deflate ? TiffBuilder.deflated(block) : block);
        }
        return blocks;
    }

    private static List<byte[]> seeds(Random random) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        TiffBuilder strips = TiffBuilder.classic();
        strips.image(SIDE, SIDE, 3).longs(278, 8).blocks(blocks(random, 5, SIDE * 8 * 3, false));
        seeds.add(strips.build());

        TiffBuilder tiles = TiffBuilder.big(ByteOrder.BIG_ENDIAN);
        tiles.image(SIDE, SIDE, 3)
                .shorts(259, 8)
                .shorts(317, 2)
                .longs(322, 16)
                .longs(323, 16)
                .doubles(33550, 0.5, 0.5, 0)
                .doubles(33922, 0, 0, 0, 400_000, 3_000_000, 0)
                .shorts(34735, 1, 1, 0, 4, 1024, 0, 1, 1, 1025, 0, 1, 1, 3074, 0, 1, 16050, 3072, 0, 1, 32767)
                .text(42113, "0")
                .blocks(blocks(random, 9, 16 * 16 * 3, true));
        tiles.image(SIDE / 2, SIDE / 2, 3)
                .longs(254, 1)
                .shorts(259, 8)
                .longs(322, 16)
                .longs(323, 16)
                .blocks(blocks(random, 4, 16 * 16 * 3, true));
        tiles.image(SIDE, SIDE, 1).longs(254, 4).blocks(blocks(random, 1, SIDE * SIDE, false));
        seeds.add(tiles.build());

        TiffBuilder deep = TiffBuilder.big(ByteOrder.LITTLE_ENDIAN);
        deep.image(SIDE, SIDE, 4)
                .shorts(258, 16, 16, 16, 16)
                .shorts(259, 8)
                .shorts(284, 2)
                .shorts(338, 2)
                .longs(278, 20)
                .blocks(blocks(random, 8, SIDE * 20 * 2, true));
        seeds.add(deep.build());

        TiffBuilder real = TiffBuilder.classic();
        real.image(SIDE, SIDE, 1)
                .shorts(258, 32)
                .shorts(339, 3)
                .shorts(259, 8)
                .shorts(317, 3)
                .longs(278, SIDE)
                .blocks(blocks(random, 1, SIDE * SIDE * 4, true));
        seeds.add(real.build());
        seeds.add(jpeg(random));
        seeds.add(lzw(random));
        return seeds;
    }

    private static BufferedImage picture(Random random) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.setRGB(i % SIDE, i / SIDE, 0x01_0101 * (i / 9 + random.nextInt(9)));
        }
        return image;
    }

    private static byte[] jpeg(Random random) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        ImageIO.write(picture(random), "jpg", block);
        TiffBuilder tiff = TiffBuilder.classic();
        tiff.image(SIDE, SIDE, 3).shorts(259, 7).shorts(262, 6).longs(278, SIDE).blocks(List.of(block.toByteArray()));
        return tiff.build();
    }

    private static byte[] lzw(Random random) throws IOException {
        ImageWriter writer = new TIFFImageWriterSpi().createWriterInstance(null);
        ImageWriteParam options = writer.getDefaultWriteParam();
        options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        options.setCompressionType("LZW");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture(random), null, null), options);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        int changes = 1 + random.nextInt(6);
        // Half of the changes hit the head, where numbers steer what is read.
        int head = Math.min(bytes.length, 600);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(random.nextBoolean() ? head : bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0 : 255);
                default -> bytes[at] += (byte) (random.nextBoolean() ? 1 : -1);
            }
        }
        boolean cut = random.nextInt(10) == 0;
        return cut ? Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1) : bytes;
    }

    private boolean isRead(Path file, Random random) {
        try (RasterSource source = GeoTiffSource.open(file, RasterOptions.DEFAULT)) {
            RasterInfo info = source.info();
            int width = Math.min(info.width(), 64);
            int height = Math.min(info.height(), 64);
            int x = random.nextInt(info.width() - width + 1);
            int y = random.nextInt(info.height() - height + 1);
            source.read(new PixelWindow(x, y, width, height));
            if ((long) info.width() * info.height() < 1 << 20) {
                source.read(new PixelWindow(0, 0, info.width(), info.height()), 16, 16);
            }
            return true;
        } catch (InputException | UnsupportedTiffException e) {
            assertThat(e).hasMessageNotContaining("null");
            return false;
        }
    }

    @Test
    void mutatedFilesAreReadOrRefused() throws IOException {
        Random random = new Random(20_261_124);
        List<byte[]> seeds = seeds(random);
        for (byte[] seed : seeds) {
            Path file = Files.write(folder.resolve("seed.tif"), seed);
            assertThat(isRead(file, random)).as("seed %d", seeds.indexOf(seed)).isTrue();
        }
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int read = 0;
        long heapBefore = usedHeap();
        for (int i = 0; i < FILES; i++) {
            Path file = Files.write(folder.resolve("scene.tif"), mutated(seeds.get(i % seeds.size()), random));
            long allocated = thread.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            read += isRead(file, random) ? 1 : 0;
            assertThat(thread.getCurrentThreadAllocatedBytes() - allocated)
                    .as("bytes allocated for file %d", i)
                    .isLessThan(MOST_ALLOCATED_BYTES);
            assertThat(System.nanoTime() - start)
                    .as("nanoseconds for file %d", i)
                    .isLessThan(MOST_NANOSECONDS);
        }
        assertThat(read).as("files that survive their mutation").isBetween(FILES / 20, FILES * 19 / 20);
        assertThat(usedHeap() - heapBefore).as("bytes of heap that stay in use").isLessThan(32L << 20);
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
