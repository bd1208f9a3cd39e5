package org.crobim.train.config;

/** Shapes of the network; in YAML lower case with a dash: {@code swin-base}. */
public enum Preset {
    /** ConvNeXt 32-64-128-192, text 2 x 128, side 256. */
    NANO,
    /** ConvNeXt 48-96-192-384, text 4 x 256, side 320. */
    TINY,
    /** ConvNeXt 96-192-384-768, text 6 x 384, side 384. */
    SMALL,
    /** Swin-B, BERT-base, side 480. */
    SWIN_BASE,
    /** ConvNeXt-B, BERT-base, side 480. */
    CONVNEXT_BASE
}
