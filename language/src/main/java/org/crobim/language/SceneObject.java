package org.crobim.language;

import org.crobim.core.geometry.Box;

/**
 * One annotated object as the expression rules see it: no pixels, only what can be said about it.
 *
 * @param id unique within its scene
 * @param category class
 * @param box around the visible part, pixels of the scene
 * @param areaPixels pixels of the visible part, above 0
 * @param visibleFraction visible part over the whole object, (0, 1]; a cropped object is below 1
 */
public record SceneObject(int id, ObjectCategory category, Box box, double areaPixels, double visibleFraction) {}
