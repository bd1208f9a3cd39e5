package org.crobim.data.refer;

import org.crobim.data.json.EncodedMask;

/**
 * One annotation of an instances file.
 *
 * @param categoryId class, in the numbers of its data set
 * @param mask its pixels
 */
public record InstanceMask(long categoryId, EncodedMask mask) {}
