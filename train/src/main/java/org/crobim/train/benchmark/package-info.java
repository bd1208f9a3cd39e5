/**
 * How fast this machine runs the network, in figures that can be compared between machines: every time beside the
 * counted operations and the machine's own matrix product.
 */
@NullMarked
package org.crobim.train.benchmark;

import org.jspecify.annotations.NullMarked;
