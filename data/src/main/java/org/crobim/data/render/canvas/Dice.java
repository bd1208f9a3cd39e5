package org.crobim.data.render.canvas;

import java.awt.Color;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws from a random generator in the vocabulary of scene making. */
public final class Dice {
    private final RandomGenerator random;

    /** Wraps the only source of chance of a scene. */
    public Dice(RandomGenerator random) {
        this.random = random;
    }

    /** Uniform in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Uniform whole number, both ends included. */
    public int count(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** True with the given probability. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** One of the values, all equally likely. */
    public <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Index drawn with probability proportional to its weight. */
    public int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = random.nextDouble() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Any direction, radians in [0, 2 pi). */
    public double direction() {
        return random.nextDouble() * 2 * Math.PI;
    }

    /** The colour with its brightness and, less so, its channels varied by a share of up to {@code amount}. */
    public Color vary(Color colour, double amount) {
        double light = 1 + between(-amount, amount);
        return new Color(
                level(colour.getRed() * light * (1 + between(-amount, amount) / 4)),
                level(colour.getGreen() * light * (1 + between(-amount, amount) / 4)),
                level(colour.getBlue() * light * (1 + between(-amount, amount) / 4)));
    }

    /** The colour made brighter (above 1) or darker (below 1). */
    public static Color scaled(Color colour, double factor) {
        return new Color(
                level(colour.getRed() * factor), level(colour.getGreen() * factor), level(colour.getBlue() * factor));
    }

    /** The colour with an opacity in [0, 1]. */
    public static Color opacity(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), level(opacity * 255));
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
