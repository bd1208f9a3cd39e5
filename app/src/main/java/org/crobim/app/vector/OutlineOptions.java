package org.crobim.app.vector;

import org.crobim.core.error.UsageException;
import org.crobim.geo.outline.OutlineStyle;
import org.crobim.geo.vector.Connectivity;
import org.crobim.geo.vector.PolygonRules;
import picocli.CommandLine.Option;

/** How masks become polygons. */
public final class OutlineOptions {
    @Option(
            names = "--min-area",
            paramLabel = "PIXELS",
            defaultValue = "0",
            description = "Leave out objects, and fill holes, of fewer pixels; default: ${DEFAULT-VALUE}.")
    private long minimumAreaPixels;

    @Option(
            names = "--simplify",
            paramLabel = "PIXELS",
            arity = "0..1",
            defaultValue = "0",
            fallbackValue = "1",
            description = "Take the stairs of the pixels away with this tolerance; without a number 1, by default 0:"
                    + " outlines follow the pixels.")
    private double simplifyPixels;

    @Option(
            names = {"--regularize", "--regularise"},
            description = "Give outlines right angles where they stay nearly the same, as for buildings.")
    private boolean rightAngles;

    @Option(
            names = "--connectivity",
            paramLabel = "4|8",
            defaultValue = "4",
            description = "Whether pixels that touch at a corner only belong to one object (8) or not (4);"
                    + " default: ${DEFAULT-VALUE}.")
    private int connectivity;

    /**
     * Which polygons are made.
     *
     * @throws UsageException if a number is out of range
     */
    public PolygonRules rules() {
        if (minimumAreaPixels < 0) {
            throw new UsageException("--min-area is %d: expected a number of pixels, 0 to keep everything."
                    .formatted(minimumAreaPixels));
        }
        if (connectivity != 4 && connectivity != 8) {
            throw new UsageException(
                    "--connectivity is %d: expected 4 (edges) or 8 (edges and corners).".formatted(connectivity));
        }
        return new PolygonRules(
                connectivity == 4 ? Connectivity.FOUR : Connectivity.EIGHT, minimumAreaPixels, minimumAreaPixels);
    }

    /**
     * How they are drawn.
     *
     * @throws UsageException if the tolerance is out of range
     */
    public OutlineStyle style() {
        if (!(simplifyPixels >= 0 && Double.isFinite(simplifyPixels))) {
            throw new UsageException(
                    "--simplify is %s: expected a tolerance in pixels, such as 1, or 0 to keep the stairs."
                            .formatted(simplifyPixels));
        }
        return new OutlineStyle(simplifyPixels, rightAngles);
    }
}
