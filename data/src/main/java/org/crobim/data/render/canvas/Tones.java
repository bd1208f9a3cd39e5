package org.crobim.data.render.canvas;

import java.awt.Color;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The colours of one place and season: every material once, varied together where nature varies them together. */
public final class Tones {
    private static final List<Color> WATERS = List.of(
            new Color(34, 52, 60),
            new Color(28, 66, 72),
            new Color(46, 76, 96),
            new Color(62, 74, 62),
            new Color(24, 38, 58),
            new Color(82, 84, 66),
            new Color(36, 84, 78));

    private final Map<Material, Color> colours = new EnumMap<>(Material.class);

    /** Draws the tones of a scene. */
    public Tones(Dice dice) {
        double lush = dice.between(0, 1);
        for (Material material : Material.values()) {
            colours.put(material, dice.vary(material.colour(), 0.15));
        }
        Color grass = mix(Material.DRY_GRASS.colour(), Material.GRASS.colour(), Math.min(1, lush * 1.6));
        colours.put(Material.GRASS, dice.vary(grass, 0.15));
        colours.put(Material.TURF, dice.vary(mix(grass, Material.TURF.colour(), dice.between(0.4, 1)), 0.12));
        colours.put(Material.WATER, dice.vary(dice.pick(WATERS), 0.2));
        colours.put(
                Material.ASPHALT, dice.vary(mix(new Color(74, 75, 78), new Color(140, 136, 130), lush * lush), 0.15));
    }

    /** Mean colour of a material in this scene. */
    public Color of(Material material) {
        return java.util.Objects.requireNonNull(colours.get(material));
    }

    /** Between two colours: 0 gives the first, 1 the second. */
    public static Color mix(Color first, Color second, double share) {
        return new Color(
                (int) Math.round(first.getRed() + share * (second.getRed() - first.getRed())),
                (int) Math.round(first.getGreen() + share * (second.getGreen() - first.getGreen())),
                (int) Math.round(first.getBlue() + share * (second.getBlue() - first.getBlue())));
    }
}
