package org.crobim.geo.source;

import org.crobim.geo.raster.PixelWindow;

/** Pixels of a scene, or of a smaller version of it, as eight-bit colours without resampling. */
interface PixelRows {
    /** Columns. */
    int width();

    /** Rows. */
    int height();

    /** Rows that are stored together; reading all of them costs little more than reading one. */
    int rowsTogether();

    /**
     * Reads a window.
     *
     * @param window within the image
     * @param rgb receives 3 bytes a pixel; at least 3 * width * height of the window long
     * @param valid receives 1 where there is data, otherwise 0; at least width * height of the window long
     */
    void read(PixelWindow window, byte[] rgb, byte[] valid);
}
