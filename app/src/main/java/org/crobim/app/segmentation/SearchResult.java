package org.crobim.app.segmentation;

import java.nio.file.Path;

/** What the entries of results.json have in common, for images and for scenes. */
public interface SearchResult {
    /** The sentence as asked. */
    String expression();

    /** Whether something matches. */
    boolean present();

    /** Score, 0..1. */
    double presence();

    /** Pixels set in the mask. */
    long areaPixels();

    /**
     * What was found and which picture shows it, in one line.
     *
     * @param folder of the results
     */
    String line(Path folder);
}
