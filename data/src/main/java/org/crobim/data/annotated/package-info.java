/**
 * What every source of annotated overhead images has in common, whatever its files look like.
 *
 * <p>A reader (COCO, DOTA, DIOR, iSAID, VRSBench) is an {@link org.crobim.data.annotated.AnnotatedSource}: it offers
 * {@link org.crobim.data.annotated.AnnotatedScene}s one after the other, each with its
 * {@link org.crobim.data.annotated.AnnotatedObject}s, and lists what it left out as
 * {@link org.crobim.data.annotated.Refusal}s. An object's outline is an {@link org.crobim.data.annotated.ObjectShape}: how much is
 * known differs (polygons, pixels, an oriented or an upright box), and whoever needs a mask asks a mask source to complete it.
 *
 * <p>Coordinates are continuous pixels: the image spans 0..width and 0..height, a pixel is a unit square.
 */
@NullMarked
package org.crobim.data.annotated;

import org.jspecify.annotations.NullMarked;
