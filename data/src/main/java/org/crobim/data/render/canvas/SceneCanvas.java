package org.crobim.data.render.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.crobim.language.ObjectCategory;

/**
 * The drawing: colours, the material of the ground, and the object that owns each pixel.
 *
 * <p>Painters work in two phases: ground shapes with a material first, {@link #texture} once, then raised things with
 * shadows. A pixel belongs to an object when the object's outline covers at least half of it and nothing drawn later
 * does. Coordinates are pixels; the frame may be exceeded freely.
 */
public final class SceneCanvas {
    private final int width;
    private final int height;
    private final double pixelsPerMetre;
    private final Sun sun;
    private final Tones tones;
    private final BufferedImage colours;
    private final BufferedImage materials;
    private final Graphics2D pen;
    private final Graphics2D materialPen;
    private final OwnerMap owners;

    /**
     * An empty drawing of grass.
     *
     * @param width pixels
     * @param height pixels
     * @param pixelsPerMetre scale of everything drawn
     * @param sun casts the shadows
     * @param tones ground colours
     */
    public SceneCanvas(int width, int height, double pixelsPerMetre, Sun sun, Tones tones) {
        this.width = width;
        this.height = height;
        this.pixelsPerMetre = pixelsPerMetre;
        this.sun = sun;
        this.tones = tones;
        this.colours = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.materials = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.pen = colours.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        this.materialPen = materials.createGraphics();
        this.owners = new OwnerMap(width, height);
    }

    /** Pixels. */
    public int width() {
        return width;
    }

    /** Pixels. */
    public int height() {
        return height;
    }

    /** Scale. */
    public double pixelsPerMetre() {
        return pixelsPerMetre;
    }

    /** The light. */
    public Sun sun() {
        return sun;
    }

    /** Ground colours of this scene. */
    public Tones tones() {
        return tones;
    }

    /** Covers everything with a material. */
    public void flood(Material material) {
        ground(Outlines.rectangle(width / 2.0, height / 2.0, width + 4, height + 4), material);
    }

    /** Lays ground in the scene's tone of a material. */
    public void ground(Shape shape, Material material) {
        ground(shape, material, tones.of(material));
    }

    /** Lays ground of a material in a colour of its own. */
    public void ground(Shape shape, Material material, Color colour) {
        fill(shape, colour);
        materialPen.setColor(new Color(material.ordinal()));
        materialPen.fill(shape);
    }

    /** Gives the ground drawn so far its structure. */
    public void texture(Dice dice) {
        new GroundTexture(pixelsPerMetre, sun, dice).apply(pixels(), data(materials), width, height);
    }

    /** Fills a shape. */
    public void fill(Shape shape, Color colour) {
        pen.setColor(colour);
        pen.fill(shape);
    }

    /** Draws along a shape; thin lines keep at least a third of a pixel, so that markings stay visible. */
    public void line(Shape shape, Color colour, double widthPixels) {
        pen.setColor(colour);
        pen.setStroke(
                new BasicStroke((float) Math.max(0.33, widthPixels), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        pen.draw(shape);
    }

    /** Draws dashes along a shape. */
    public void dashes(Shape shape, Color colour, double widthPixels, double dashPixels) {
        pen.setColor(colour);
        float dash = (float) Math.max(1, dashPixels);
        pen.setStroke(new BasicStroke(
                (float) Math.max(0.33, widthPixels),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                10,
                new float[] {dash, dash * 1.5f},
                0));
        pen.draw(shape);
    }

    /** Draws only inside a shape while the action runs. */
    public void within(Shape clip, Runnable action) {
        Shape before = pen.getClip();
        pen.clip(clip);
        action.run();
        pen.setClip(before);
    }

    /** Shadow of a solid body that stands on the ground. */
    public void shadow(Shape outline, double heightMetres) {
        double length = heightMetres * sun.lengthPerHeight() * pixelsPerMetre;
        if (length > 0.3) {
            darken(Outlines.sweep(outline, sun.shadowX() * length, sun.shadowY() * length));
        }
    }

    /** Shadow of a thin body that hovers, such as a wing or a bridge deck. */
    public void hoveringShadow(Shape outline, double heightMetres) {
        double length = heightMetres * sun.lengthPerHeight() * pixelsPerMetre;
        if (length > 0.1) {
            pen.translate(sun.shadowX() * length, sun.shadowY() * length);
            darken(outline);
            pen.translate(-sun.shadowX() * length, -sun.shadowY() * length);
        }
    }

    /** A shadow whose outline is known. */
    public void shade(Shape shadow) {
        darken(shadow);
    }

    /** Draws a sprite centred at a point; it hides what it covers. */
    public void stamp(Sprite sprite, double x, double y) {
        blend(sprite, (int) Math.round(x - sprite.side() / 2.0), (int) Math.round(y - sprite.side() / 2.0), false);
    }

    /** Draws the shadow of a sprite that stands at a point. */
    public void stampShadow(Sprite sprite, double x, double y, double heightMetres) {
        double length = heightMetres * sun.lengthPerHeight() * pixelsPerMetre;
        int left = (int) Math.round(x + sun.shadowX() * length - sprite.side() / 2.0);
        int top = (int) Math.round(y + sun.shadowY() * length - sprite.side() / 2.0);
        blend(sprite, left, top, true);
    }

    /** Declares that an object of a class has this outline. */
    public void annotate(ObjectCategory category, Shape outline) {
        owners.claim(category, outline);
    }

    /** Declares that something outside all classes covers this outline. */
    public void occlude(Shape outline) {
        owners.release(outline);
    }

    /** Who owns which pixel. */
    public OwnerMap owners() {
        return owners;
    }

    /** The colours, 0x00rrggbb, rows from the top; the drawing itself, not a copy. */
    public int[] pixels() {
        return data(colours);
    }

    /** Releases the pens; nothing can be drawn any more. */
    public void finish() {
        pen.dispose();
        materialPen.dispose();
    }

    private void darken(Shape shape) {
        pen.setColor(new Color(6, 9, 20, (int) (255 * sun.darkness())));
        pen.fill(shape);
    }

    private void blend(Sprite sprite, int left, int top, boolean shadow) {
        int[] target = pixels();
        int side = sprite.side();
        int darkness = (int) (256 * sun.darkness());
        for (int v = Math.max(0, -top); v < Math.min(side, height - top); v++) {
            for (int u = Math.max(0, -left); u < Math.min(side, width - left); u++) {
                int source = sprite.argb()[v * side + u];
                int alpha = source >>> 24;
                if (alpha == 0) {
                    continue;
                }
                int at = (top + v) * width + left + u;
                if (shadow) {
                    target[at] = mixed(target[at], 0x06090f, alpha * darkness >> 8);
                } else {
                    target[at] = mixed(target[at], source, alpha);
                    if (alpha >= 128) {
                        owners.release(at);
                    }
                }
            }
        }
    }

    private static int mixed(int below, int above, int alpha) {
        int keep = 255 - alpha;
        int red = (((below >> 16) & 0xff) * keep + ((above >> 16) & 0xff) * alpha) / 255;
        int green = (((below >> 8) & 0xff) * keep + ((above >> 8) & 0xff) * alpha) / 255;
        int blue = ((below & 0xff) * keep + (above & 0xff) * alpha) / 255;
        return red << 16 | green << 8 | blue;
    }

    private static int[] data(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
