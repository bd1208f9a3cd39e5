package org.crobim.geo.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.geo.frame.CoordinateSystems;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.frame.GridTransform;
import org.crobim.geo.raster.ImageRaster;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterInfo;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.raster.ScenePatch;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class SceneViewTest {
    private static final GeoReference HALF_METRE =
            new GeoReference(new GridTransform(500_000, 0.5, 0, 5_540_000, 0, -0.5), CoordinateSystems.epsg(32632));

    @Test
    void whatWasFoundIsPaintedWhereItLiesInTheShrunkScene() {
        ImageRaster scene = grey(400, 200, Optional.empty());
        Geometry found = new GeometryFactory().toGeometry(new Envelope(100, 200, 40, 80));
        RgbImage picture =
                new SceneView(scene, 200).paint(List.of(SceneLayer.numbered(0, "the largest ship", List.of(found))));

        assertThat(picture.width()).isEqualTo(200);
        assertThat(picture.height()).as("with a legend").isGreaterThan(110);
        assertThat(picture.channel(75, 30, 0)).as("inside").isGreaterThan(picture.channel(75, 30, 1));
        assertThat(picture.channel(20, 30, 0)).as("outside").isEqualTo(100);
    }

    @Test
    void aGeoreferencedSceneGetsAScaleBar() {
        RgbImage plain = new SceneView(grey(400, 300, Optional.empty()), 400).paint(List.of());
        RgbImage onGround = new SceneView(grey(400, 300, Optional.of(HALF_METRE)), 400).paint(List.of());

        assertThat(onGround.height()).isEqualTo(300);
        // A quarter of 400 pixels of half a metre is 50 m: the bar is 100 pixels long.
        assertThat(longestWhiteRun(plain)).isZero();
        assertThat(longestWhiteRun(onGround)).isCloseTo(100, within(1));
    }

    @Test
    void pixelsWithoutDataAreGrey() {
        byte[] rgb = new byte[3 * 40 * 40];
        Arrays.fill(rgb, (byte) 200);
        ImageRaster scene = new ImageRaster(
                new ScenePatch(new RgbImage(40, 40, rgb), Mask.empty(40, 40)), Path.of("s.tif"), Optional.empty());
        assertThat(new SceneView(scene, 40).paint(List.of()).channel(5, 5, 1)).isEqualTo(64);
    }

    @Test
    void aLargeSceneIsReadInStrips() {
        long[] largest = {0};
        RasterSource scene = new RasterSource() {
            @Override
            public RasterInfo info() {
                return new RasterInfo(Path.of("s.tif"), 20_000, 30_000, 3, "uint8", Optional.empty());
            }

            @Override
            public ScenePatch read(PixelWindow window, int width, int height) {
                largest[0] = Math.max(largest[0], (long) window.width() * window.height());
                return new ScenePatch(
                        new RgbImage(width, height, new byte[3 * width * height]), Mask.empty(width, height));
            }

            @Override
            public void close() {}
        };
        RgbImage picture = new SceneView(scene, 1000).paint(List.of());

        assertThat(picture.height()).isEqualTo(1000);
        assertThat(largest[0]).isBetween(1L, 9_000_000L);
    }

    @Test
    void scaleLengthsAreRound() {
        assertThat(ScaleLength.upTo(99).label()).isEqualTo("50 m");
        assertThat(ScaleLength.upTo(200).label()).isEqualTo("200 m");
        assertThat(ScaleLength.upTo(4_999).label()).isEqualTo("2 km");
        assertThat(ScaleLength.upTo(0.7).label()).isEqualTo("50 cm");
        assertThat(ScaleLength.metresPerColumn(HALF_METRE, new Coordinate(0, 0)))
                .isCloseTo(0.5, within(0.001));
    }

    private static ImageRaster grey(int width, int height, Optional<GeoReference> reference) {
        byte[] rgb = new byte[3 * width * height];
        Arrays.fill(rgb, (byte) 100);
        byte[] valid = new byte[width * height];
        Arrays.fill(valid, (byte) 1);
        return new ImageRaster(
                new ScenePatch(new RgbImage(width, height, rgb), Mask.of(width, height, valid)),
                Path.of("scene.tif"),
                reference);
    }

    private static int longestWhiteRun(RgbImage picture) {
        int longest = 0;
        for (int y = 0; y < picture.height(); y++) {
            int run = 0;
            for (int x = 0; x < picture.width(); x++) {
                run = picture.channel(x, y, 0) == 255 && picture.channel(x, y, 1) == 255 ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        return longest;
    }
}
