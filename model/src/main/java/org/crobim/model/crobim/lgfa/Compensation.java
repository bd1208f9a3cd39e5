package org.crobim.model.crobim.lgfa;

/** How LGFA treats what language did not attend to. */
public enum Compensation {
    /** Variant A: the deficit of the attention, 1 - S', brings its own pixels back in. */
    DEFICIT,
    /** Variant B: a local residual as in RMSIN's cross-scale attention. */
    LOCAL,
    /** No compensation. */
    NONE
}
