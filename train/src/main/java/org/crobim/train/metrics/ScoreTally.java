package org.crobim.train.metrics;

/**
 * Running sums of one group of samples.
 *
 * <p>Pixels are summed in 64 bits: 16,159 images of 512 x 512 overflow 32.
 */
final class ScoreTally {
    private static final int[] THRESHOLD_PERCENT = {50, 60, 70, 80, 90};

    private long count;
    private long intersection;
    private long union;
    private double sumOfIoU;
    private final long[] hits = new long[THRESHOLD_PERCENT.length];

    void add(MaskOverlap overlap) {
        count++;
        intersection += overlap.intersection();
        union += overlap.union();
        sumOfIoU += overlap.intersectionOverUnion();
        for (int i = 0; i < hits.length; i++) {
            hits[i] += overlap.reaches(THRESHOLD_PERCENT[i]) ? 1 : 0;
        }
    }

    void add(ScoreTally other) {
        count += other.count;
        intersection += other.intersection;
        union += other.union;
        sumOfIoU += other.sumOfIoU;
        for (int i = 0; i < hits.length; i++) {
            hits[i] += other.hits[i];
        }
    }

    ScoreSummary summary() {
        return new ScoreSummary(
                count,
                union == 0 ? 0 : 100.0 * intersection / union,
                percentOfCount(sumOfIoU),
                percentOfCount((double) hits[0]),
                percentOfCount((double) hits[1]),
                percentOfCount((double) hits[2]),
                percentOfCount((double) hits[3]),
                percentOfCount((double) hits[4]));
    }

    private double percentOfCount(double value) {
        return count == 0 ? 0 : 100 * value / count;
    }
}
