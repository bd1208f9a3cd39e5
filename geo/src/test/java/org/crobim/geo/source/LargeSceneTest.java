package org.crobim.geo.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.raster.ScenePatch;
import org.crobim.geo.tiff.TiffBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scene of 40,000 x 40,000 pixels, of whose 24,649 tiles two are stored. */
class LargeSceneTest {
    private static final int SIDE = 40_000;
    private static final int TILES_ACROSS = 157;
    private static final int TILE_SIDE = 256;

    @TempDir
    private Path folder;

    private Path scene() throws IOException {
        List<byte[]> tiles = new ArrayList<>(Collections.nCopies(TILES_ACROSS * TILES_ACROSS, new byte[0]));
        byte[] tile = new byte[3 * TILE_SIDE * TILE_SIDE];
        for (int i = 0; i < tile.length; i++) {
            tile[i] = (byte) (i / 3 % TILE_SIDE);
        }
        tiles.set(100 * TILES_ACROSS + 100, TiffBuilder.deflated(tile));
        tiles.set(100 * TILES_ACROSS + 101, TiffBuilder.deflated(tile));
        TiffBuilder builder = TiffBuilder.classic();
        builder.image(SIDE, SIDE, 3)
                .shorts(259, 8)
                .longs(322, TILE_SIDE)
                .longs(323, TILE_SIDE)
                .blocks(tiles);
        return Files.write(folder.resolve("scene.tif"), builder.build());
    }

    @Test
    void windowsOfALargeSceneTakeLittleMemory() throws IOException {
        Path file = scene();
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            assertThat(source.read(new PixelWindow(0, 0, 480, 480)).isBlank()).isTrue();
            ScenePatch patch = source.read(new PixelWindow(100 * TILE_SIDE + 200, 100 * TILE_SIDE, 100, 10));
            assertThat(patch.image().channel(55, 5, 0)).isEqualTo(255);
            assertThat(patch.image().channel(56, 5, 0)).isEqualTo(0);
            assertThat(patch.valid().area()).isEqualTo(1000);
        }
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(64L << 20);
    }
}
