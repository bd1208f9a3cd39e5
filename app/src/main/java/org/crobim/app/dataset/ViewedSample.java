package org.crobim.app.dataset;

import java.util.Locale;
import org.crobim.core.error.InputException;
import org.crobim.core.image.ContactSheet;
import org.crobim.core.image.Overlay;
import org.crobim.core.image.OverlayStyle;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.check.ListedSample;
import org.crobim.data.check.SampleListing;

/**
 * A sample as it is shown.
 *
 * @param sample what is asked
 * @param picture the mask over the image, scaled down
 * @param facts what the picture does not tell, in a few words
 */
record ViewedSample(ListedSample sample, RgbImage picture, String facts) {
    /**
     * Reads and paints a sample.
     *
     * @param longSidePixels the picture is scaled down to this, never up
     * @throws org.crobim.core.error.InputException if image or mask cannot be used, or their sizes differ
     */
    static ViewedSample of(SampleListing listing, ListedSample sample, int longSidePixels) {
        RgbImage image = listing.readImage(sample);
        Mask mask = listing.readMask(sample);
        requireOneSize(sample, image, mask);
        double scale = Math.min(1, (double) longSidePixels / Math.max(image.width(), image.height()));
        int width = Math.max(1, (int) Math.round(scale * image.width()));
        int height = Math.max(1, (int) Math.round(scale * image.height()));
        RgbImage painted = Overlay.paint(
                Resampling.bilinear(image, width, height),
                Resampling.nearest(mask, width, height),
                OverlayStyle.MAGENTA);
        RgbImage picture = mask.boundingBox()
                .map(box -> TargetFrame.scaled(box, scale))
                .filter(frame -> frame.isHardToFind(width, height))
                .map(frame -> Overlay.paint(painted, frame.ring(width, height), OverlayStyle.MAGENTA))
                .orElse(painted);
        return new ViewedSample(sample, picture, facts(sample, mask));
    }

    private static void requireOneSize(ListedSample sample, RgbImage image, Mask mask) {
        if (image.width() != mask.width() || image.height() != mask.height()) {
            throw new InputException(
                    "%s: image of %d x %d and mask of %d x %d pixels, expected one size. Check the data set."
                            .formatted(
                                    sample.place().text(), image.width(), image.height(), mask.width(), mask.height()));
        }
    }

    private static String facts(ListedSample sample, Mask mask) {
        double share = 100.0 * mask.area() / ((double) mask.width() * mask.height());
        String covers = String.format(Locale.ROOT, share < 1 ? "covers %.2f %%" : "covers %.0f %%", share);
        String target = mask.area() > 0 ? covers : sample.absent() ? "nothing matches, as meant" : "empty mask";
        return "%s, %s, %s".formatted(sample.split(), sample.id(), target);
    }

    /** The cell of a contact sheet. */
    ContactSheet.Entry entry() {
        return new ContactSheet.Entry(picture, sample.sentence() + "\n" + facts);
    }
}
