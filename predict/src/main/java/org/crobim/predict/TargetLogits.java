package org.crobim.predict;

/**
 * What the network says to one sentence before a mask is drawn.
 *
 * @param grid margin of the target over the background, at a quarter of the input side
 * @param presence score of "something matches", 0..1
 */
public record TargetLogits(LogitGrid grid, double presence) {}
