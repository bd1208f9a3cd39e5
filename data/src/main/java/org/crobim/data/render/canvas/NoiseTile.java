package org.crobim.data.render.canvas;

import java.util.SplittableRandom;

/** A square of noise that repeats without a seam; mean about 0, deviation about 1. Computed once, never changed. */
public final class NoiseTile {
    private static final int SIDE = 256;
    private static final int WRAP = SIDE - 1;

    /** Clouds: every octave from the whole tile down to four texels. */
    public static final NoiseTile CLOUDS = new NoiseTile(clouds(4, 6, 0.72, 11));
    /** Uncorrelated values. */
    public static final NoiseTile GRAIN = new NoiseTile(white(23));
    /** Heights of round tree crowns. */
    public static final NoiseTile CROWNS = new NoiseTile(crowns(37));

    private final float[] values;

    private NoiseTile(float[] values) {
        this.values = standardised(values);
    }

    /** Value at whole coordinates. */
    public float at(int u, int v) {
        return values[(v & WRAP) * SIDE + (u & WRAP)];
    }

    /** Value between texels (bilinear). */
    public float at(float u, float v) {
        int u0 = (int) Math.floor(u);
        int v0 = (int) Math.floor(v);
        float fu = u - u0;
        float fv = v - v0;
        int row = (v0 & WRAP) * SIDE;
        int next = ((v0 + 1) & WRAP) * SIDE;
        int left = u0 & WRAP;
        int right = (u0 + 1) & WRAP;
        float top = values[row + left] + fu * (values[row + right] - values[row + left]);
        float bottom = values[next + left] + fu * (values[next + right] - values[next + left]);
        return top + fv * (bottom - top);
    }

    private static float[] clouds(int firstCells, int octaves, double falloff, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] sum = new float[SIDE * SIDE];
        double weight = 1;
        for (int octave = 0, cells = firstCells; octave < octaves; octave++, cells *= 2, weight *= falloff) {
            float[] lattice = new float[cells * cells];
            for (int i = 0; i < lattice.length; i++) {
                lattice[i] = (float) ((random.nextDouble() - 0.5) * weight);
            }
            addOctave(sum, lattice, cells);
        }
        return sum;
    }

    private static void addOctave(float[] sum, float[] lattice, int cells) {
        for (int y = 0; y < SIDE; y++) {
            float gy = (float) y * cells / SIDE;
            int y0 = (int) gy;
            float fy = smooth(gy - y0);
            int y1 = (y0 + 1) % cells;
            for (int x = 0; x < SIDE; x++) {
                float gx = (float) x * cells / SIDE;
                int x0 = (int) gx;
                float fx = smooth(gx - x0);
                int x1 = (x0 + 1) % cells;
                float top = lattice[y0 * cells + x0] * (1 - fx) + lattice[y0 * cells + x1] * fx;
                float bottom = lattice[y1 * cells + x0] * (1 - fx) + lattice[y1 * cells + x1] * fx;
                sum[y * SIDE + x] += top + (bottom - top) * fy;
            }
        }
    }

    private static float[] white(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextDouble() + random.nextDouble() + random.nextDouble());
        }
        return values;
    }

    /** Half-spheres of several sizes, the highest wins. */
    private static float[] crowns(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] height = new float[SIDE * SIDE];
        for (int k = 0; k < 420; k++) {
            int cx = random.nextInt(SIDE);
            int cy = random.nextInt(SIDE);
            double radius = 7 + 9 * random.nextDouble();
            double base = random.nextDouble() * 6;
            int reach = (int) Math.ceil(radius);
            for (int dy = -reach; dy <= reach; dy++) {
                for (int dx = -reach; dx <= reach; dx++) {
                    double inside = radius * radius - dx * dx - dy * dy;
                    if (inside > 0) {
                        int at = ((cy + dy) & WRAP) * SIDE + ((cx + dx) & WRAP);
                        height[at] = Math.max(height[at], (float) (base + Math.sqrt(inside)));
                    }
                }
            }
        }
        return height;
    }

    private static float smooth(float t) {
        return t * t * (3 - 2 * t);
    }

    private static float[] standardised(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        double deviation = Math.sqrt(squares / values.length - mean * mean);
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (float) ((values[i] - mean) / deviation);
        }
        return result;
    }
}
