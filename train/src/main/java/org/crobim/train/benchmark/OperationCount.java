package org.crobim.train.benchmark;

/**
 * Operations that the network executes: two a multiply-add of matrix products, convolutions and attention, padding
 * included.
 *
 * @param first of the first answer about an image
 * @param expression of each further answer
 * @param trainBatch images of a training step, one question each
 */
public record OperationCount(long first, long expression, int trainBatch) {}
