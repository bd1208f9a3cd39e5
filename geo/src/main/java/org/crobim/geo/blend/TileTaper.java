package org.crobim.geo.blend;

/**
 * How much a tile counts along one axis: 1 in its middle, falling linearly towards its ends over the width of the overlap, never
 * 0. At the border of a tile the network sees no surroundings, so its neighbour knows better there.
 */
final class TileTaper {
    private final float[] weights;

    /**
     * @param length pixels of the tile
     * @param ramp pixels over which the weight rises, at least 0
     */
    TileTaper(int length, int ramp) {
        weights = new float[length];
        for (int i = 0; i < length; i++) {
            double fromEnd = Math.min(i, length - 1 - i) + 0.5;
            weights[i] = (float) (ramp == 0 ? 1 : Math.min(1, fromEnd / ramp));
        }
    }

    /** Weight of a pixel, (0, 1]. */
    float weight(int pixel) {
        return weights[pixel];
    }
}
