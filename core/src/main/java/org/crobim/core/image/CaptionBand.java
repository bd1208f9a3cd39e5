package org.crobim.core.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Wrapped text on a dark band, ready to be drawn below a picture. */
final class CaptionBand {
    static final Color BACKGROUND = new Color(24, 24, 28);
    private static final Color INK = new Color(240, 240, 240);
    private static final int SMALLEST_LINE = 14;
    private static final int LARGEST_LINE = 44;
    private static final int WIDTH_PER_LINE_HEIGHT = 30;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Lettering lettering;
    private final int margin;
    private final List<String> lines;

    private CaptionBand(Lettering lettering, int margin, List<String> lines) {
        this.lettering = lettering;
        this.margin = margin;
        this.lines = lines;
    }

    /**
     * A band for a picture; letters grow with it.
     *
     * @param text words separated by spaces; a line break begins a new line
     * @param width pixels, at least 1
     */
    static CaptionBand of(String text, int width) {
        int lineHeight = Math.max(SMALLEST_LINE, Math.min(LARGEST_LINE, width / WIDTH_PER_LINE_HEIGHT));
        Lettering lettering = Lettering.ofLineHeight(lineHeight);
        int margin = lettering.lineHeight() / 3;
        List<String> lines = new ArrayList<>();
        text.lines().forEach(paragraph -> wrap(paragraph, Math.max(1, width - 2 * margin), lettering, lines));
        return new CaptionBand(lettering, margin, lines);
    }

    /** Height of the band, pixels. */
    int height() {
        return 2 * margin + lines.size() * lettering.lineHeight();
    }

    /** Draws the text; the band itself is the canvas' background. */
    void draw(Graphics2D graphics, int left, int top) {
        graphics.setColor(INK);
        for (int i = 0; i < lines.size(); i++) {
            lettering.draw(graphics, lines.get(i), left + margin, top + margin + i * lettering.lineHeight());
        }
    }

    private static void wrap(String paragraph, int width, Lettering lettering, List<String> lines) {
        String line = "";
        for (String word : SPACES.split(paragraph.strip())) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (lettering.width(longer) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = broken(word, width, lettering, lines);
        }
        lines.add(line);
    }

    /** Adds full lines of a word that is wider than the band; what is left begins the next line. */
    private static String broken(String word, int width, Lettering lettering, List<String> lines) {
        String rest = word;
        while (lettering.width(rest) > width && rest.codePointCount(0, rest.length()) > 1) {
            int end = rest.offsetByCodePoints(0, 1);
            while (lettering.width(rest.substring(0, rest.offsetByCodePoints(end, 1))) <= width) {
                end = rest.offsetByCodePoints(end, 1);
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }
}
