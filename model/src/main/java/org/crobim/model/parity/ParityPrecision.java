package org.crobim.model.parity;

import org.bytedeco.pytorch.global.torch.ScalarType;

/** In what numbers a network is compared with its original. */
public enum ParityPrecision {
    /** Double, as the vectors were computed: differences are those of the formulas. */
    FP64(ScalarType.Double),
    /** Single, as networks are used. */
    FP32(ScalarType.Float);

    private final ScalarType type;

    ParityPrecision(ScalarType type) {
        this.type = type;
    }

    ScalarType type() {
        return type;
    }
}
