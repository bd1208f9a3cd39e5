package org.crobim.geo.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.List;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.Legend;
import org.crobim.core.image.OverlayStyle;
import org.crobim.core.image.RgbImage;
import org.crobim.core.image.ScaleBar;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.raster.ScenePatch;
import org.locationtech.jts.awt.PointTransformation;
import org.locationtech.jts.awt.ShapeWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A picture of a whole scene with what was found in it.
 *
 * <p>The scene is shrunk strip by strip, so that memory does not grow with it; pixels without data are grey. A georeferenced
 * scene gets a scale bar whose length is true in the middle of the picture.
 */
public final class SceneView {
    /** Longest side of pictures unless another one is wanted, pixels. */
    public static final int DEFAULT_LONGEST_SIDE = 1600;

    private static final long STRIP_PIXELS = 1 << 23;
    private static final byte NO_DATA_GREY = 64;
    private static final int SIDE_PER_OUTLINE_PIXEL = 500;
    private static final double WIDEST_SCALE_BAR_SHARE = 0.25;

    private final RasterSource scene;
    private final int width;
    private final int height;

    /**
     * @param scene open; not closed here
     * @param longestSidePixels of the picture, at least 1; smaller scenes keep their size
     */
    public SceneView(RasterSource scene, int longestSidePixels) {
        if (longestSidePixels < 1) {
            throw new IllegalArgumentException("Scene view of %d pixels".formatted(longestSidePixels));
        }
        this.scene = scene;
        int sceneWidth = scene.info().width();
        int sceneHeight = scene.info().height();
        double shrink = Math.max(1, Math.max(sceneWidth, sceneHeight) / (double) longestSidePixels);
        this.width = (int) Math.max(1, Math.round(sceneWidth / shrink));
        this.height = (int) Math.max(1, Math.round(sceneHeight / shrink));
    }

    /** The scene below its layers, with scale bar and legend. */
    public RgbImage paint(List<SceneLayer> layers) {
        RgbImage picture = withScaleBar(painted(shrunk(), layers));
        return Legend.below(
                picture,
                layers.stream()
                        .map(layer -> new Legend.Entry(layer.style(), layer.text()))
                        .toList());
    }

    private RgbImage shrunk() {
        byte[] rgb = new byte[3 * width * height];
        double sceneRowsPerRow = scene.info().height() / (double) height;
        int stripRows = (int) Math.max(1, STRIP_PIXELS / scene.info().width() / Math.ceil(sceneRowsPerRow));
        for (int top = 0; top < height; top += stripRows) {
            int rows = Math.min(stripRows, height - top);
            int from = (int) Math.round(top * sceneRowsPerRow);
            int to = (int) Math.round((top + rows) * sceneRowsPerRow);
            PixelWindow strip = new PixelWindow(0, from, scene.info().width(), to - from);
            copy(scene.read(strip, width, rows), rgb, 3 * top * width);
        }
        return new RgbImage(width, height, rgb);
    }

    private static void copy(ScenePatch patch, byte[] rgb, int start) {
        byte[] source = patch.image().rgb();
        byte[] valid = patch.valid().pixels();
        for (int i = 0; i < source.length; i++) {
            rgb[start + i] = valid[i / 3] != 0 ? source[i] : NO_DATA_GREY;
        }
    }

    private RgbImage painted(RgbImage picture, List<SceneLayer> layers) {
        BufferedImage canvas = ImageFiles.toBufferedImage(picture);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setStroke(new BasicStroke(Math.max(1, Math.min(width, height) / (float) SIDE_PER_OUTLINE_PIXEL)));
        double columnScale = width / (double) scene.info().width();
        double rowScale = height / (double) scene.info().height();
        PointTransformation toPicture = (pixel, place) -> place.setLocation(pixel.x * columnScale, pixel.y * rowScale);
        ShapeWriter shapes = new ShapeWriter(toPicture);
        for (SceneLayer layer : layers) {
            OverlayStyle style = layer.style();
            Color fill = new Color(style.red(), style.green(), style.blue(), (int) Math.round(255 * style.opacity()));
            Color line = new Color(style.red(), style.green(), style.blue());
            for (Geometry outline : layer.outlines()) {
                Shape shape = shapes.toShape(outline);
                graphics.setColor(fill);
                graphics.fill(shape);
                graphics.setColor(line);
                graphics.draw(shape);
            }
        }
        graphics.dispose();
        return ImageFiles.fromBufferedImage(canvas);
    }

    private RgbImage withScaleBar(RgbImage picture) {
        if (scene.info().reference().isEmpty()) {
            return picture;
        }
        GeoReference reference = scene.info().reference().get();
        Coordinate middle =
                new Coordinate(scene.info().width() / 2.0, scene.info().height() / 2.0);
        double metresPerPixel =
                ScaleLength.metresPerColumn(reference, middle) * scene.info().width() / width;
        ScaleLength length = ScaleLength.upTo(WIDEST_SCALE_BAR_SHARE * width * metresPerPixel);
        return ScaleBar.draw(picture, (int) Math.round(length.metres() / metresPerPixel), length.label());
    }
}
