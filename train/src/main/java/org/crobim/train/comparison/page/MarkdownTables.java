package org.crobim.train.comparison.page;

import java.util.List;
import java.util.stream.Collectors;
import org.crobim.train.comparison.Table;

/** Tables in the Markdown of GitHub. */
public final class MarkdownTables {
    private MarkdownTables() {}

    /**
     * A page.
     *
     * @param title headline
     * @param origin lines about where the figures come from
     * @param tables in their order; one without rows becomes a sentence
     */
    public static String page(String title, List<String> origin, List<Table> tables) {
        StringBuilder text = new StringBuilder("# " + title + "\n\n");
        origin.forEach(line -> text.append(line).append("\n\n"));
        tables.forEach(table -> append(text, table));
        return text.toString().stripTrailing() + "\n";
    }

    private static void append(StringBuilder text, Table table) {
        text.append("## ").append(table.title()).append("\n\n");
        if (table.rows().isEmpty()) {
            text.append("Nothing to compare yet.\n\n");
            return;
        }
        text.append(line(table.columns()));
        text.append("|---|").append("---:|".repeat(table.columns().size() - 1)).append('\n');
        table.rows().forEach(row -> text.append(row.published() ? line(inItalics(row.cells())) : line(row.cells())));
        text.append('\n');
        table.notes().forEach(note -> text.append(note).append("\n\n"));
    }

    private static List<String> inItalics(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.equals("-") ? cell : "*" + cell + "*")
                .toList();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
