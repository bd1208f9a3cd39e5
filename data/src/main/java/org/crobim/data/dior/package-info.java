/**
 * DIOR and DIOR-R: VOC XML with upright ({@code bndbox}) or oriented ({@code robndbox}) boxes, in a folder or straight out of
 * the {@code tar.xz} in which they are published.
 *
 * <p>{@link org.crobim.data.dior.DiorSource} walks through them, {@link org.crobim.data.dior.DiorAnnotation} is one file.
 */
@NullMarked
package org.crobim.data.dior;

import org.jspecify.annotations.NullMarked;
