package org.crobim.app.segmentation;

import java.nio.file.Path;
import org.crobim.predict.Segmentation;

/**
 * One entry of results.json; the names of the components are the names of the fields.
 *
 * @param expression the sentence as asked
 * @param present whether something matches
 * @param presence score, 0..1
 * @param areaPixels pixels set in the mask, 0 when nothing matches
 * @param mask file name of the mask in the output folder
 * @param overlay file name of the picture in the output folder
 * @param milliseconds time of this expression, without reading and encoding the image
 */
public record ExpressionResult(
        String expression,
        boolean present,
        double presence,
        long areaPixels,
        String mask,
        String overlay,
        double milliseconds)
        implements SearchResult {
    @Override
    public String line(Path folder) {
        String finding = present ? "%d pixels".formatted(areaPixels) : "nothing matches";
        return "%s: %s, presence %.2f, %s".formatted(expression, finding, presence, folder.resolve(overlay));
    }

    /** The entry for expression number k, counted from 0. */
    static ExpressionResult of(int k, Segmentation segmentation) {
        return new ExpressionResult(
                segmentation.expression(),
                segmentation.present(),
                segmentation.presence(),
                segmentation.mask().area(),
                maskName(k),
                overlayName(k),
                segmentation.milliseconds());
    }

    static String maskName(int k) {
        return k + ".mask.png";
    }

    static String overlayName(int k) {
        return k + ".overlay.png";
    }
}
