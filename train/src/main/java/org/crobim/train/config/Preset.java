package org.crobim.train.config;

/** Shapes of networks; in YAML lower case with a dash: {@code swin-base}. Those of CroBIM have no name before them. */
public enum Preset {
    /** CroBIM: ConvNeXt 32-64-128-192, text 2 x 128, side 256. */
    NANO,
    /** CroBIM: ConvNeXt 48-96-192-384, text 4 x 256, side 320. */
    TINY,
    /** CroBIM: ConvNeXt 96-192-384-768, text 6 x 384, side 384. */
    SMALL,
    /** CroBIM: Swin-B, BERT-base, side 480. */
    SWIN_BASE,
    /** CroBIM: ConvNeXt-B, BERT-base, side 480. */
    CONVNEXT_BASE,
    /** LAVT as large as CroBIM's nano. */
    LAVT_NANO,
    /** LAVT with Swin-T, BERT-base, side 480. */
    LAVT_TINY,
    /** LAVT with Swin-S, BERT-base, side 480. */
    LAVT_SMALL,
    /** LAVT with Swin-B, BERT-base, side 480. */
    LAVT_BASE,
    /** LAVT with Swin-L, BERT-base, side 480. */
    LAVT_LARGE,
    /** RMSIN as large as CroBIM's nano. */
    RMSIN_NANO,
    /** RMSIN with Swin-T, BERT-base, side 480. */
    RMSIN_TINY,
    /** RMSIN with Swin-S, BERT-base, side 480. */
    RMSIN_SMALL,
    /** RMSIN with Swin-B, BERT-base, side 480: the published one. */
    RMSIN_BASE,
    /** RMSIN with Swin-L, BERT-base, side 480. */
    RMSIN_LARGE,
    /** LGCE (our reconstruction) as large as CroBIM's nano. */
    LGCE_NANO,
    /** LGCE (our reconstruction) with Swin-T, BERT-base, side 480. */
    LGCE_TINY,
    /** LGCE (our reconstruction) with Swin-S, BERT-base, side 480. */
    LGCE_SMALL,
    /** LGCE (our reconstruction) with Swin-B, BERT-base, side 480. */
    LGCE_BASE,
    /** LGCE (our reconstruction) with Swin-L, BERT-base, side 480. */
    LGCE_LARGE
}
