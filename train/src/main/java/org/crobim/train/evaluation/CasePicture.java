package org.crobim.train.evaluation;

import org.crobim.core.image.Overlay;
import org.crobim.core.image.OverlayStyle;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;

/** Prediction against truth in one picture: the predicted mask filled in magenta, the true one outlined in green. */
public final class CasePicture {
    private static final OverlayStyle TRUTH_OUTLINE =
            new OverlayStyle(OverlayStyle.GREEN.red(), OverlayStyle.GREEN.green(), OverlayStyle.GREEN.blue(), 0);

    private CasePicture() {}

    /**
     * Paints a case.
     *
     * @param image any size
     * @param prediction of the size of the image
     * @param truth of the size of the image
     * @param longSidePixels the picture is scaled down to this, never up
     */
    public static RgbImage paint(RgbImage image, Mask prediction, Mask truth, int longSidePixels) {
        double scale = Math.min(1, (double) longSidePixels / Math.max(image.width(), image.height()));
        int width = Math.max(1, (int) Math.round(scale * image.width()));
        int height = Math.max(1, (int) Math.round(scale * image.height()));
        RgbImage small = Resampling.bilinear(image, width, height);
        RgbImage predicted = Overlay.paint(small, Resampling.nearest(prediction, width, height), OverlayStyle.MAGENTA);
        return Overlay.paint(predicted, Resampling.nearest(truth, width, height), TRUTH_OUTLINE);
    }
}
