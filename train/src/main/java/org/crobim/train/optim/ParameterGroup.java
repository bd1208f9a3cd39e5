package org.crobim.train.optim;

/**
 * How the optimizer treats a parameter.
 *
 * @param decayed whether weight decay pulls it to zero
 * @param rateScale factor on the learning rate, at least 0
 */
public record ParameterGroup(boolean decayed, double rateScale) {}
