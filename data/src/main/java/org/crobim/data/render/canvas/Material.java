package org.crobim.data.render.canvas;

import java.awt.Color;

/** What the ground is made of: mean colour and how strongly each texture modulates it. */
public enum Material {
    /** Rough grass. */
    GRASS(new Color(80, 92, 64), 0.11, 0.09, 0, 0, 0.035),
    /** Grass in a dry summer. */
    DRY_GRASS(new Color(128, 120, 90), 0.11, 0.08, 0, 0, 0.03),
    /** Mown lawn of a sports ground. */
    TURF(new Color(72, 96, 60), 0.06, 0.05, 0, 0.035, 0.025),
    /** Bare earth. */
    SOIL(new Color(142, 122, 98), 0.11, 0.08, 0, 0, 0.03),
    /** Sand and beach. */
    SAND(new Color(196, 178, 140), 0.07, 0.05, 0, 0, 0.02),
    /** Infield dirt of a ball field. */
    CLAY(new Color(172, 134, 98), 0.06, 0.05, 0, 0, 0.03),
    /** Closed tree canopy. */
    FOREST(new Color(52, 66, 44), 0.10, 0.10, 0.42, 0, 0.04),
    /** Crop field with rows. */
    CROP(new Color(98, 108, 66), 0.08, 0.06, 0, 0.08, 0.03),
    /** Road surface. */
    ASPHALT(new Color(104, 104, 104), 0.06, 0.05, 0, 0, 0.01),
    /** Aprons, quays and pavements. */
    CONCRETE(new Color(164, 160, 150), 0.05, 0.035, 0, 0, 0.012),
    /** Gravel and yards. */
    GRAVEL(new Color(148, 142, 130), 0.10, 0.09, 0, 0, 0.02),
    /** Painted courts and running tracks. */
    ACRYLIC(new Color(120, 120, 120), 0.03, 0.02, 0, 0, 0.01),
    /** Water with waves. */
    WATER(new Color(38, 62, 70), 0.05, 0.03, 0, 0.06, 0.02);

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
