package org.crobim.data.render.canvas;

/**
 * A small picture with opacity, drawn many times (trees).
 *
 * @param side pixels, width and height
 * @param argb side * side colours, not premultiplied
 */
public record Sprite(int side, int[] argb) {}
