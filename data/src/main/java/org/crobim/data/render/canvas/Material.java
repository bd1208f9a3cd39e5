package org.crobim.data.render.canvas;

import java.awt.Color;

/** What the ground is made of: mean colour and how strongly each texture modulates it. */
public enum Material {
    /** Rough grass. */
    GRASS(new Color(84, 98, 66), 0.16, 0.10, 0, 0, 0.10),
    /** Grass in a dry summer. */
    DRY_GRASS(new Color(134, 126, 92), 0.15, 0.08, 0, 0, 0.08),
    /** Mown lawn of a sports ground. */
    TURF(new Color(70, 100, 58), 0.07, 0.05, 0, 0.05, 0.05),
    /** Bare earth. */
    SOIL(new Color(142, 122, 98), 0.14, 0.08, 0, 0, 0.06),
    /** Sand and beach. */
    SAND(new Color(196, 178, 140), 0.08, 0.05, 0, 0, 0.04),
    /** Infield dirt of a ball field. */
    CLAY(new Color(172, 134, 98), 0.06, 0.05, 0, 0, 0.03),
    /** Closed tree canopy. */
    FOREST(new Color(56, 74, 46), 0.12, 0.07, 0.55, 0, 0.08),
    /** Crop field with rows. */
    CROP(new Color(98, 108, 66), 0.10, 0.06, 0, 0.10, 0.06),
    /** Road surface. */
    ASPHALT(new Color(104, 104, 104), 0.06, 0.05, 0, 0, 0.01),
    /** Aprons, quays and pavements. */
    CONCRETE(new Color(164, 160, 150), 0.07, 0.04, 0, 0, 0.02),
    /** Gravel and yards. */
    GRAVEL(new Color(148, 142, 130), 0.10, 0.09, 0, 0, 0.03),
    /** Painted courts and running tracks. */
    ACRYLIC(new Color(120, 120, 120), 0.03, 0.02, 0, 0, 0.01),
    /** Water with waves. */
    WATER(new Color(38, 62, 70), 0.10, 0.03, 0, 0.05, 0.07);

    private final Color colour;
    private final float coarse;
    private final float grain;
    private final float crowns;
    private final float stripes;
    private final float tint;

    Material(Color colour, double coarse, double grain, double crowns, double stripes, double tint) {
        this.colour = colour;
        this.coarse = (float) coarse;
        this.grain = (float) grain;
        this.crowns = (float) crowns;
        this.stripes = (float) stripes;
        this.tint = (float) tint;
    }

    /** Mean colour before a scene varies it. */
    public Color colour() {
        return colour;
    }

    /** Relative strength of patches tens of metres wide. */
    float coarse() {
        return coarse;
    }

    /** Relative strength of pixel-sized structure. */
    float grain() {
        return grain;
    }

    /** Relative strength of tree crowns. */
    float crowns() {
        return crowns;
    }

    /** Relative strength of rows, mowing stripes or waves. */
    float stripes() {
        return stripes;
    }

    /** Relative strength of the change of hue between patches. */
    float tint() {
        return tint;
    }
}
