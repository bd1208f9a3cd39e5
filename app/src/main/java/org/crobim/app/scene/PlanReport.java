package org.crobim.app.scene;

import java.util.List;

/**
 * What {@code --dry-run} says; the names of the components are the names of the JSON fields.
 *
 * @param image the file as named
 * @param frame scene, aoi or tile
 * @param width of the frame, pixels
 * @param height of the frame, pixels
 * @param tileSidePixels side of a tile on the grid of the scene
 * @param overlapPixels least overlap of neighbours
 * @param tiles tiles that cover the frame
 * @param tilesWithData estimate; the others are skipped
 * @param phrases what the network will be asked on every tile
 * @param scratchMegabytes temporary files, at most
 * @param heapMegabytes memory of the run beside the network and the reader, at most
 * @param seconds estimate of the whole run on this machine
 * @param secondsPerFurtherExpression if it needs a phrase of its own
 * @param imageEncodedOnce whether the network encodes a tile once for all phrases
 */
public record PlanReport(
        String image,
        String frame,
        int width,
        int height,
        int tileSidePixels,
        int overlapPixels,
        int tiles,
        int tilesWithData,
        List<String> phrases,
        double scratchMegabytes,
        double heapMegabytes,
        double seconds,
        double secondsPerFurtherExpression,
        boolean imageEncodedOnce) {
    private static final double MEGABYTE = 1e6;

    /** Copies the list. */
    public PlanReport {
        phrases = List.copyOf(phrases);
    }

    static double megabytes(long bytes) {
        return bytes / MEGABYTE;
    }

    /** The plan in words. */
    public List<String> lines() {
        return List.of(
                "%s: frame %s of %d x %d pixels".formatted(image, frame, width, height),
                "%d tiles of %d pixels, overlapping by %d or more; about %d hold data"
                        .formatted(tiles, tileSidePixels, overlapPixels, tilesWithData),
                "asked on every tile: %s".formatted(String.join("; ", phrases)),
                "memory: at most %.0f MB beside the network and the reader; temporary files: at most %.0f MB"
                        .formatted(heapMegabytes, scratchMegabytes),
                "time: about %.0f s; a further expression with a phrase of its own: %.0f s (%s)"
                        .formatted(
                                seconds,
                                secondsPerFurtherExpression,
                                imageEncodedOnce
                                        ? "tiles are encoded once for all"
                                        : "this network fuses words into the image encoder, so each costs a whole pass"));
    }
}
