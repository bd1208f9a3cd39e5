package org.crobim.train.benchmark;

/**
 * What was measured in one precision.
 *
 * @param matmulGflops speed of a 4096 x 4096 x 4096 matrix product, best of the runs
 * @param forwardMillis time of the first answer about an image, median: image and sentence
 * @param furtherExpressionMillis time of each further answer about the same image, median: sentence only
 * @param trainStepMillis time of a training step, median: forward, loss, backward, AdamW
 * @param operations counted in the network
 */
public record PrecisionFigures(
        double matmulGflops,
        double forwardMillis,
        double furtherExpressionMillis,
        double trainStepMillis,
        OperationCount operations) {
    /** Operations of a backward pass over those of its forward pass: each product has two factors to send a gradient to. */
    private static final long BACKWARD_OVER_FORWARD = 2;

    /** Operations a second of the first answer, in 1e9. */
    public double forwardGflops() {
        return Gigaflops.of(operations.first(), forwardMillis);
    }

    /** Speed of the first answer over that of the matrix product. */
    public double forwardShare() {
        return forwardGflops() / matmulGflops;
    }

    /** Time of a further answer over that of the first. */
    public double furtherExpressionShare() {
        return furtherExpressionMillis / forwardMillis;
    }

    /** Speed of a training step over that of the matrix product, counted as three forward passes. */
    public double trainStepShare() {
        long step = (1 + BACKWARD_OVER_FORWARD) * operations.first() * operations.trainBatch();
        return Gigaflops.of(step, trainStepMillis) / matmulGflops;
    }
}
