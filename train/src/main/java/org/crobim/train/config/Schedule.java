package org.crobim.train.config;

/** How the learning rate falls after warm-up. */
public enum Schedule {
    /** Half a cosine down to the minimum. */
    COSINE,
    /** (1 - progress) to a power, as in the LAVT and RMSIN recipes. */
    POLYNOMIAL
}
