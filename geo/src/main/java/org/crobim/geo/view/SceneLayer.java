package org.crobim.geo.view;

import java.util.List;
import org.crobim.core.image.OverlayStyle;
import org.locationtech.jts.geom.Geometry;

/**
 * What one expression found.
 *
 * @param text for the legend, as the expression
 * @param style colour of fill and outline
 * @param outlines polygons of the pixel frame of the scene; may be none
 */
public record SceneLayer(String text, OverlayStyle style, List<Geometry> outlines) {
    /** Colours for several layers in turn; land and water have next to none of them. */
    private static final List<OverlayStyle> COLOURS = List.of(
            OverlayStyle.MAGENTA,
            new OverlayStyle(255, 220, 0, 0.35),
            new OverlayStyle(0, 230, 255, 0.35),
            new OverlayStyle(255, 110, 0, 0.35),
            OverlayStyle.GREEN,
            new OverlayStyle(150, 110, 255, 0.35));

    /** Copies the list. */
    public SceneLayer {
        outlines = List.copyOf(outlines);
    }

    /** Layer number k, counted from 0, in its colour. */
    public static SceneLayer numbered(int k, String text, List<Geometry> outlines) {
        return new SceneLayer(text, COLOURS.get(k % COLOURS.size()), outlines);
    }
}
