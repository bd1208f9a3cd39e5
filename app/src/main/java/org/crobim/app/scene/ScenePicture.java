package org.crobim.app.scene;

import org.crobim.core.image.Overlay;
import org.crobim.core.image.OverlayStyle;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterSource;

/** A scene with the found objects painted over it, shrunk to what a screen shows. */
final class ScenePicture {
    private static final int MOST_SIDE_PIXELS = 1600;

    private ScenePicture() {}

    /** Paints; an object stays visible however small it becomes. */
    static RgbImage of(RasterSource scene, MaskRaster mask) {
        int width = scene.info().width();
        int height = scene.info().height();
        double scale = Math.min(1, (double) MOST_SIDE_PIXELS / Math.max(width, height));
        int shownWidth = Math.max(1, (int) (width * scale));
        int shownHeight = Math.max(1, (int) (height * scale));
        RgbImage image = scene.read(new PixelWindow(0, 0, width, height), shownWidth, shownHeight)
                .image();
        return Overlay.paint(image, shrunk(mask, shownWidth, shownHeight), OverlayStyle.MAGENTA);
    }

    private static Mask shrunk(MaskRaster mask, int width, int height) {
        byte[] pixels = new byte[width * height];
        byte[] row = new byte[mask.width()];
        for (int y = 0; y < mask.height(); y++) {
            mask.readRow(y, row);
            int target = Math.toIntExact((long) y * height / mask.height()) * width;
            for (int x = 0; x < row.length; x++) {
                if (row[x] != 0) {
                    pixels[target + Math.toIntExact((long) x * width / row.length)] = 1;
                }
            }
        }
        return Mask.of(width, height, pixels);
    }
}
