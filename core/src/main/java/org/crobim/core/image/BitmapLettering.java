package org.crobim.core.image;

import java.awt.Graphics2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text in our own letters, drawn as rows of # and . in {@code glyphs.txt}: five dots wide, seven above and two below the
 * base line. Accents are dropped, letters outside ASCII become question marks.
 */
final class BitmapLettering implements Lettering {
    private static final int GLYPH_ROWS = 9;
    private static final int ADVANCE = 6;
    private static final int LINE_ROWS = 11;
    private static final Pattern BLANK_LINE = Pattern.compile("\n\n");
    private static final Map<Integer, List<String>> GLYPHS = readGlyphs();

    private final int dotPixels;

    BitmapLettering(int lineHeight) {
        this.dotPixels = Math.max(1, Math.round(lineHeight / (float) LINE_ROWS));
    }

    /** Of each character, its rows from the top. */
    private static Map<Integer, List<String>> readGlyphs() {
        try (InputStream stream = BitmapLettering.class.getResourceAsStream("glyphs.txt")) {
            if (stream == null) {
                throw new IllegalStateException("glyphs.txt is missing from the program; build it again");
            }
            Map<Integer, List<String>> glyphs = new HashMap<>();
            for (String block : BLANK_LINE.split(new String(stream.readAllBytes(), StandardCharsets.US_ASCII))) {
                addBlock(glyphs, block.lines().toList());
            }
            return glyphs;
        } catch (IOException e) {
            throw new UncheckedIOException("glyphs.txt cannot be read from the program", e);
        }
    }

    private static void addBlock(Map<Integer, List<String>> glyphs, List<String> lines) {
        String characters = lines.get(0).replace(" ", "");
        for (int i = 0; i < characters.length(); i++) {
            int left = i * ADVANCE;
            glyphs.put(
                    (int) characters.charAt(i),
                    lines.subList(1, 1 + GLYPH_ROWS).stream()
                            .map(row -> row.substring(left, left + ADVANCE - 1))
                            .toList());
        }
    }

    @Override
    public int lineHeight() {
        return LINE_ROWS * dotPixels;
    }

    @Override
    public int width(String text) {
        return plain(text).length * ADVANCE * dotPixels;
    }

    @Override
    public void draw(Graphics2D graphics, String text, int left, int top) {
        int penX = left;
        for (int character : plain(text)) {
            List<String> rows = GLYPHS.getOrDefault(character, List.of());
            for (int row = 0; row < rows.size(); row++) {
                drawRow(graphics, rows.get(row), penX, top + (row + 1) * dotPixels);
            }
            penX += ADVANCE * dotPixels;
        }
    }

    private void drawRow(Graphics2D graphics, String row, int left, int top) {
        for (int column = 0; column < row.length(); column++) {
            if (row.charAt(column) == '#') {
                graphics.fillRect(left + column * dotPixels, top, dotPixels, dotPixels);
            }
        }
    }

    private static int[] plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK)
                .map(character -> character == ' ' || GLYPHS.containsKey(character) ? character : '?')
                .toArray();
    }
}
