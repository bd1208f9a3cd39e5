package org.crobim.geo.frame;

/**
 * Where a scene lies on the ground.
 *
 * @param transform from pixels to coordinates of the system
 * @param crs the coordinate reference system
 */
public record GeoReference(GridTransform transform, SceneCrs crs) {}
