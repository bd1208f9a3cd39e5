package org.crobim.train.metrics;

/**
 * Presence scores of one range against the truth; a calibrated model has equal mean score and present share.
 *
 * @param low lower bound of the score, inclusive
 * @param high upper bound, exclusive except for 1
 * @param count sentences whose score falls into the bin
 * @param meanPresence their mean score, 0 when the bin is empty
 * @param presentShare share of them that have a target, 0 when the bin is empty
 */
public record CalibrationBin(double low, double high, long count, double meanPresence, double presentShare) {}
