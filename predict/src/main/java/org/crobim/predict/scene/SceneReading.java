package org.crobim.predict.scene;

import java.util.Locale;

/** How a sentence was answered. */
public enum SceneReading {
    /** The network saw the whole frame at once, with the whole sentence. */
    DIRECT,
    /** What was found tile by tile, where was decided over the objects of the frame. */
    SPLIT,
    /** The whole sentence on the shrunken frame, then a closer look at what it pointed to. */
    OVERVIEW,
    /** The whole sentence on every tile by itself. */
    TILES;

    /** The word that outputs use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
