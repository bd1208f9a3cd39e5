package org.crobim.train.config;

/** Which parameters weight decay pulls to zero. */
public enum DecayRule {
    /** Matrices and kernels; not biases, norms, layer scale, nor tables of embeddings and positions. Ours, and the usual one. */
    MATRICES,
    /**
     * Everything but parameters of the backbone whose names hold "norm", "absolute_pos_embed" or
     * "relative_position_bias_table", as in the published code of LAVT and RMSIN: so biases, the norms of the decoder and all of
     * BERT are decayed.
     */
    LAVT
}
