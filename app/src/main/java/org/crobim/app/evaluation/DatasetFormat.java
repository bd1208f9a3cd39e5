package org.crobim.app.evaluation;

/** Layouts that an evaluation reads. */
public enum DatasetFormat {
    /** Folders {@code img_rgb} and {@code mask} beside {@code output_phrase_{split}.txt}. */
    RISBENCH,
    /** COCO instances with outlines; sentences are generated. */
    COCO
}
