package org.crobim.data.build;

import java.util.ArrayList;
import java.util.List;
import org.crobim.core.error.UsageException;
import org.crobim.data.ImageSplit;

/**
 * Which part of the source images each split receives.
 *
 * @param train above 0
 * @param val at least 0
 * @param test at least 0; the three add up to 1
 */
public record SplitShares(double train, double val, double test) {
    private static final double ROUNDING = 1e-6;

    /** Checks the ranges. */
    public SplitShares {
        if (!(train > 0 && val >= 0 && test >= 0 && Math.abs(train + val + test - 1) <= ROUNDING)) {
            throw new UsageException(
                    "Splits %s,%s,%s: expected shares for train, val and test that add up to 1, with train above 0."
                            .formatted(train, val, test));
        }
    }

    /**
     * Reads shares as typed.
     *
     * @param text three numbers, separated by commas
     */
    public static SplitShares parse(String text) {
        List<Double> shares = new ArrayList<>();
        for (String share : text.split(",", -1)) {
            try {
                shares.add(Double.valueOf(share.strip()));
            } catch (NumberFormatException e) {
                throw new UsageException(
                        "Splits \"%s\": \"%s\" is no number. Expected three shares for train, val and test, such as 0.7,0.1,0.2."
                                .formatted(text, share),
                        e);
            }
        }
        if (shares.size() != 3) {
            throw new UsageException(
                    "Splits \"%s\": expected three shares for train, val and test, such as 0.7,0.1,0.2."
                            .formatted(text));
        }
        return new SplitShares(shares.get(0), shares.get(1), shares.get(2));
    }

    /** How many of some images each split receives: the nearest numbers, train at least one. */
    ImageSplit.Counts counts(int images) {
        int endOfTrain = Math.max(1, (int) Math.round(train * images));
        int endOfVal = Math.max(endOfTrain, (int) Math.round((train + val) * images));
        return new ImageSplit.Counts(endOfTrain, endOfVal - endOfTrain, images - endOfVal);
    }
}
