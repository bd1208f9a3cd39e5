package org.crobim.data.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.crobim.data.likeness.ImageFingerprint;

/**
 * What is left of an image after it was looked at.
 *
 * @param unit image and samples
 * @param fingerprint empty if the image cannot be used
 * @param masks a checksum for each sample; empty if its mask cannot be used
 * @param findings about this image and its samples alone
 */
record InspectedImage(
        ImageUnit unit, Optional<ImageFingerprint> fingerprint, List<OptionalLong> masks, List<Finding> findings) {}
