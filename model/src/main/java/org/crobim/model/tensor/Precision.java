package org.crobim.model.tensor;

/** Arithmetic of matrix products and convolutions. */
public enum Precision {
    /** Single precision throughout. */
    FP32,
    /** bfloat16 products with single-precision weights, normalisation and attention. */
    BF16
}
