package org.crobim.train.loss;

/**
 * Class weights of the dense category loss: the inverse square root of how often a class is seen, over the mean of the classes
 * seen, clipped.
 *
 * <p>Without them small things (airplanes, ships, vehicles) stay at zero for long, because fields cover most annotated pixels. The
 * bounds and the weight of the background are those of our recipe study; the reference to the mean is our reading of it.
 */
public final class CategoryWeights {
    private static final double LEAST = 0.4;
    private static final double MOST = 2.3;
    private static final double BACKGROUND = 0.25;

    private CategoryWeights() {}

    /**
     * Weights from pixel counts.
     *
     * @param pixels annotated pixels by category number, background first; at least the background
     * @return one weight a category; 1 for a class that was never seen
     */
    public static float[] ofPixelCounts(long[] pixels) {
        double mean = meanOfSeen(pixels);
        float[] weights = new float[pixels.length];
        weights[0] = (float) BACKGROUND;
        for (int c = 1; c < pixels.length; c++) {
            double weight = pixels[c] == 0 ? 1 : Math.sqrt(mean / pixels[c]);
            weights[c] = (float) Math.min(MOST, Math.max(LEAST, weight));
        }
        return weights;
    }

    private static double meanOfSeen(long[] pixels) {
        long sum = 0;
        int seen = 0;
        for (int c = 1; c < pixels.length; c++) {
            sum += pixels[c];
            seen += pixels[c] > 0 ? 1 : 0;
        }
        return seen == 0 ? 0 : (double) sum / seen;
    }
}
