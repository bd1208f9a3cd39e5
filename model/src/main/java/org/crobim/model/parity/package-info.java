/**
 * Proof that a network computes what its original computed: stored inputs, weights and results, compared tensor by tensor.
 */
@NullMarked
package org.crobim.model.parity;

import org.jspecify.annotations.NullMarked;
