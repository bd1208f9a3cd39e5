package org.crobim.data.card;

import java.util.Map;

/**
 * Horizontal bars as SVG. Written by ourselves because chart libraries lay text out with the fonts of the machine, and a card has to
 * be the same everywhere.
 *
 * @param title above the bars
 * @param bars label to count, at least 0, from top to bottom
 */
record BarChart(String title, Map<String, Integer> bars) {
    private static final int WIDTH = 760;
    private static final int LABEL_WIDTH = 210;
    private static final int COUNT_WIDTH = 70;
    private static final int ROW_HEIGHT = 20;
    private static final int TOP = 40;

    /** The file. */
    String svg() {
        int height = TOP + ROW_HEIGHT * bars.size() + 12;
        StringBuilder svg = new StringBuilder();
        svg.append(("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"12\">\n")
                .formatted(WIDTH, height, WIDTH, height));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        svg.append("<text x=\"12\" y=\"24\" font-size=\"15\" font-weight=\"bold\" fill=\"#333a45\">%s</text>\n"
                .formatted(escaped(title)));
        int longest = bars.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int y = TOP;
        for (Map.Entry<String, Integer> bar : bars.entrySet()) {
            int length =
                    longest == 0 ? 0 : (int) ((long) (WIDTH - LABEL_WIDTH - COUNT_WIDTH) * bar.getValue() / longest);
            svg.append(row(y, length, bar.getKey(), bar.getValue()));
            y += ROW_HEIGHT;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String row(int y, int length, String label, int count) {
        return """
                <text x="%d" y="%d" text-anchor="end" fill="#333a45">%s</text>
                <rect x="%d" y="%d" width="%d" height="14" fill="#1f6fb4"/>
                <text x="%d" y="%d" fill="#333a45">%d</text>
                """.formatted(
                        LABEL_WIDTH - 8,
                        y + 12,
                        escaped(label),
                        LABEL_WIDTH,
                        y + 1,
                        length,
                        LABEL_WIDTH + length + 6,
                        y + 12,
                        count);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
