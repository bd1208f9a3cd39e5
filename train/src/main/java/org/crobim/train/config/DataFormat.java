package org.crobim.train.config;

/** Where training images come from. */
public enum DataFormat {
    /** Images with polygons in COCO JSON; sentences are generated. */
    COCO,
    /** The folder layout of RISBench: images, masks and phrase lists. */
    RISBENCH,
    /** RRSIS-D as it is published. */
    RRSISD,
    /** RefSegRS as it is published. */
    REFSEGRS,
    /** Procedural scenes only; needs no files. */
    RENDERED,
    /** COCO images and procedural scenes, mixed by the rendered share. */
    MIXTURE
}
