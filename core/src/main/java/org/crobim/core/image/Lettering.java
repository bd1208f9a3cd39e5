package org.crobim.core.image;

import java.awt.Graphics2D;

/** Measures and draws lines of text in one size. */
interface Lettering {
    /**
     * The best lettering that this machine has. Java runtimes without fonts, fontconfig or freetype, as in slim
     * containers, fail at the first text; they get our own bitmap letters.
     *
     * @param lineHeight wanted height of a line, pixels, at least 1; bitmap letters take the nearest size they have
     */
    static Lettering ofLineHeight(int lineHeight) {
        return SystemLettering.available() ? new SystemLettering(lineHeight) : new BitmapLettering(lineHeight);
    }

    /** Height of a line, pixels. */
    int lineHeight();

    /** Width of the text in one line, pixels. */
    int width(String text);

    /** Draws the text with the current colour, its line reaching from {@code top} to {@code top + lineHeight()}. */
    void draw(Graphics2D graphics, String text, int left, int top);
}
