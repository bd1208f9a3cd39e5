package org.crobim.predict.scene;

import java.util.Locale;

/** What the places, extremes and relations of a sentence refer to. */
public enum SceneFrame {
    /** The whole scene. */
    SCENE,
    /** The area of interest, as if it were the whole scene. */
    AOI,
    /** Every tile by itself: for mere classes only. */
    TILE;

    /** The word that options and outputs use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
