package org.crobim.app.evaluation;

/** Layouts that an evaluation reads. */
public enum DatasetFormat {
    /** Folders {@code img_rgb} and {@code mask} beside {@code output_phrase_{split}.txt}. */
    RISBENCH,
    /** RRSIS-D as it is published. */
    RRSISD,
    /** RefSegRS as it is published. */
    REFSEGRS,
    /** COCO instances with outlines; sentences are generated. */
    COCO
}
