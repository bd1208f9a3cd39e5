package org.crobim.data.render.canvas;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.crobim.language.ObjectCategory;

/** The object that owns each pixel: the last one drawn whose outline covers at least half of it. */
public final class OwnerMap {
    /** Opacity of a pixel covered to one half: the rasteriser rounds 127.5 down. */
    private static final int HALF = 127;

    private final int width;
    private final int height;
    private final int[] owner;
    private final List<Claim> claims = new ArrayList<>();

    /**
     * A declared object.
     *
     * @param category class
     * @param fullArea pixels of the whole outline, those outside the image included
     */
    public record Claim(ObjectCategory category, int fullArea) {}

    OwnerMap(int width, int height) {
        this.width = width;
        this.height = height;
        this.owner = new int[width * height];
    }

    /** Declared objects; number k owns the pixels with value k + 1. */
    public List<Claim> claims() {
        return List.copyOf(claims);
    }

    /** Owner of each pixel, 0 for none, k + 1 for claim k; rows from the top; a view, never to be written. */
    public int[] owner() {
        return owner;
    }

    void claim(ObjectCategory category, Shape outline) {
        int id = claims.size() + 1;
        int area = cover(outline, at -> owner[at] = id);
        claims.add(new Claim(category, area));
    }

    void release(Shape outline) {
        cover(outline, this::release);
    }

    void release(int at) {
        owner[at] = 0;
    }

    /** Visits the pixels of the image that the outline covers by half or more; returns their number beyond the frame too. */
    private int cover(Shape outline, IntConsumer visit) {
        Rectangle2D bounds = outline.getBounds2D();
        int left = (int) Math.floor(bounds.getMinX());
        int top = (int) Math.floor(bounds.getMinY());
        int columns = (int) Math.ceil(bounds.getMaxX()) - left;
        int rows = (int) Math.ceil(bounds.getMaxY()) - top;
        if (columns <= 0 || rows <= 0) {
            return 0;
        }
        int[] coverage = rasterise(outline, left, top, columns, rows);
        int area = 0;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                if (coverage[y * columns + x] >>> 24 >= HALF) {
                    area++;
                    int px = left + x;
                    int py = top + y;
                    if (px >= 0 && py >= 0 && px < width && py < height) {
                        visit.accept(py * width + px);
                    }
                }
            }
        }
        return area;
    }

    private static int[] rasterise(Shape outline, int left, int top, int columns, int rows) {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.translate(-left, -top);
        pen.setColor(Color.WHITE);
        pen.fill(outline);
        pen.dispose();
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
