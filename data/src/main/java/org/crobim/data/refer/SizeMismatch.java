package org.crobim.data.refer;

import java.nio.file.Path;
import org.crobim.core.image.ImageSize;

/**
 * An image whose mask has another size.
 *
 * @param sampleId which sample
 * @param image file
 * @param imageSize pixels of the file
 * @param maskSize pixels of the mask
 */
public record SizeMismatch(String sampleId, Path image, ImageSize imageSize, ImageSize maskSize) {}
