package org.crobim.data.render.canvas;

/** Gives flat ground colours the structure of their material, pixel by pixel. */
final class GroundTexture {
    private static final Material[] MATERIALS = Material.values();
    private static final float CLOUD_TEXELS_PER_METRE = 0.7f;
    private static final float CROWN_TEXELS_PER_METRE = 3.2f;

    private final Sun sun;
    private final float cloudStep;
    private final float crownStep;
    private final float offset;
    private final float rowCos;
    private final float rowSin;
    private final float waveCos;
    private final float waveSin;
    private final float rowStep;
    private final float strength;

    GroundTexture(double pixelsPerMetre, Sun sun, Dice dice) {
        this.sun = sun;
        this.cloudStep = (float) Math.min(3, CLOUD_TEXELS_PER_METRE / pixelsPerMetre);
        this.crownStep = (float) Math.min(7, CROWN_TEXELS_PER_METRE / pixelsPerMetre);
        this.offset = (float) dice.between(0, 256);
        double row = dice.direction();
        this.rowCos = (float) Math.cos(row);
        this.rowSin = (float) Math.sin(row);
        double wave = dice.direction();
        this.waveCos = (float) Math.cos(wave);
        this.waveSin = (float) Math.sin(wave);
        // Rows of two to six metres, never finer than three pixels: finer ones would alias.
        this.rowStep = (float) (2 * Math.PI / Math.max(3, dice.between(3, 8) * pixelsPerMetre));
        this.strength = (float) dice.between(0.45, 1.1);
    }

    /** Modulates all pixels in place; {@code materials} holds ordinals. */
    void apply(int[] pixels, int[] materials, int width, int height) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                pixels[at] = textured(pixels[at], MATERIALS[materials[at] & 0xff], x, y);
            }
        }
    }

    private int textured(int rgb, Material material, int x, int y) {
        float u = x * cloudStep + offset;
        float v = y * cloudStep + offset * 0.37f;
        float coarse = NoiseTile.CLOUDS.at(u, v);
        float change = material.coarse() * coarse + material.grain() * NoiseTile.GRAIN.at(x + (int) offset, y);
        if (material.stripes() > 0) {
            change += material.stripes() * rows(material, x, y);
        }
        if (material.crowns() > 0) {
            change += material.crowns() * crownLight(x, y);
        }
        float hue = material.tint() * NoiseTile.CLOUDS.at(v * 0.61f + 91, u * 0.61f);
        float light = 1 + strength * Math.max(-0.8f, change);
        int red = level(((rgb >> 16) & 0xff) * light * (1 + hue));
        int green = level(((rgb >> 8) & 0xff) * light);
        int blue = level((rgb & 0xff) * light * (1 - hue));
        return red << 16 | green << 8 | blue;
    }

    private float rows(Material material, int x, int y) {
        if (material == Material.WATER) {
            // Waves: clouds squeezed across the wind.
            float along = (x * waveCos + y * waveSin) * 3.1f;
            float across = (y * waveCos - x * waveSin) * 11;
            return NoiseTile.CLOUDS.at(along + offset, across);
        }
        return (float) Math.sin((x * rowCos + y * rowSin) * rowStep);
    }

    private float crownLight(int x, int y) {
        float u = x * crownStep + offset;
        float v = y * crownStep;
        float here = NoiseTile.CROWNS.at(u, v);
        float lit = NoiseTile.CROWNS.at(u - (float) sun.shadowX() * 4, v - (float) sun.shadowY() * 4);
        return Math.max(-1.5f, 0.5f * here + 0.7f * (here - lit));
    }

    private static int level(float value) {
        return value < 0 ? 0 : value > 255 ? 255 : (int) value;
    }
}
