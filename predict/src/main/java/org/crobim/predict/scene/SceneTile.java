package org.crobim.predict.scene;

import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.ScenePatch;

/**
 * A tile as the network sees it.
 *
 * @param window its pixels in the scene
 * @param patch the same ground at the resolution of the network
 */
public record SceneTile(PixelWindow window, ScenePatch patch) {}
