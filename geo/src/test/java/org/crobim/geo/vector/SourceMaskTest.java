package org.crobim.geo.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.geo.raster.ImageRaster;
import org.crobim.geo.raster.ScenePatch;
import org.junit.jupiter.api.Test;

class SourceMaskTest {
    @Test
    void pixelsAboveTheThresholdThatHoldDataAreSet() {
        byte[] rgb = new byte[3 * 6];
        int[] red = {0, 1, 127, 128, 255, 255};
        for (int i = 0; i < red.length; i++) {
            rgb[3 * i] = (byte) red[i];
        }
        Mask valid = TextMask.of("###", "##.");
        ImageRaster source =
                new ImageRaster(new ScenePatch(new RgbImage(3, 2, rgb), valid), Path.of("m.tif"), Optional.empty());

        assertThat(rows(new SourceMask(source, 0))).isEqualTo(TextMask.of(".##", "##."));
        assertThat(rows(new SourceMask(source, 127))).isEqualTo(TextMask.of("...", "##."));
    }

    @Test
    void rowsMayBeAskedForInAnyOrder() {
        byte[] rgb = new byte[3 * 4];
        rgb[0] = 1;
        rgb[9] = 1;
        ImageRaster source = ImageRaster.of(new RgbImage(2, 2, rgb), Path.of("m.png"));
        SourceMask mask = new SourceMask(source, 0);
        byte[] row = new byte[2];
        mask.readRow(1, row);
        assertThat(row).containsExactly(0, 1);
        mask.readRow(0, row);
        assertThat(row).containsExactly(1, 0);
    }

    private static Mask rows(SourceMask mask) {
        byte[] pixels = new byte[mask.width() * mask.height()];
        byte[] row = new byte[mask.width()];
        for (int y = 0; y < mask.height(); y++) {
            mask.readRow(y, row);
            System.arraycopy(row, 0, pixels, y * mask.width(), mask.width());
        }
        return Mask.of(mask.width(), mask.height(), pixels);
    }
}
