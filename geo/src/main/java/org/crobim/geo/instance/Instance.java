package org.crobim.geo.instance;

import org.crobim.core.geometry.Box;

/**
 * A connected part of the mask of a scene.
 *
 * @param id number among the instances of its mask, from 0, in the order of their uppermost pixels
 * @param box around its pixels, pixels of the scene
 * @param areaPixels number of its pixels, at least 1
 * @param score mean probability of its pixels, 0..1
 */
public record Instance(int id, Box box, long areaPixels, double score) {}
