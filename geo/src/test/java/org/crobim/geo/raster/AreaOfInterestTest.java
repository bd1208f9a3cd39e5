package org.crobim.geo.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.crobim.core.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class AreaOfInterestTest {
    private static final ImageRaster SCENE = ImageRaster.of(ramp(), Path.of("ramp.png"));

    @Test
    void aRectangleIsASceneOfItsOwn() {
        AreaOfInterest area = AreaOfInterest.of(SCENE, new PixelWindow(3, 2, 4, 5));

        ScenePatch patch = area.read(new PixelWindow(1, 1, 2, 2));

        assertThat(area.info().width()).isEqualTo(4);
        assertThat(patch.image().channel(0, 0, 0)).isEqualTo(4);
        assertThat(patch.image().channel(1, 1, 1)).isEqualTo(4);
        assertThat(patch.valid().area()).isEqualTo(4);
    }

    @Test
    void pixelsOutsideTheOutlineHoldNoData() throws ParseException {
        Geometry triangle = new WKTReader().read("POLYGON ((2 2, 8 2, 2 8, 2 2))");
        AreaOfInterest area = AreaOfInterest.of(SCENE, new PixelWindow(2, 2, 6, 6), triangle);

        ScenePatch whole = area.read(new PixelWindow(0, 0, 6, 6));

        // Fifteen centres lie inside; those on the slope count as outside.
        assertThat(whole.valid().area()).isEqualTo(15);
        assertThat(whole.valid().get(0, 4)).isTrue();
        assertThat(whole.valid().get(5, 5)).isFalse();
    }

    @Test
    void aWindowOutsideTheSceneIsRefused() {
        assertThatThrownBy(() -> AreaOfInterest.of(SCENE, new PixelWindow(8, 8, 4, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10 x 10");
    }

    /** Red counts columns, green rows. */
    private static RgbImage ramp() {
        byte[] rgb = new byte[300];
        for (int i = 0; i < 100; i++) {
            rgb[3 * i] = (byte) (i % 10);
            rgb[3 * i + 1] = (byte) (i / 10);
        }
        return new RgbImage(10, 10, rgb);
    }
}
