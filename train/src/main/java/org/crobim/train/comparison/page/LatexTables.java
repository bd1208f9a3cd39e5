package org.crobim.train.comparison.page;

import java.util.List;
import java.util.stream.Collectors;
import org.crobim.train.comparison.Table;

/** Tables for a paper; they need the package booktabs. */
public final class LatexTables {
    private LatexTables() {}

    /**
     * All tables, one after the other, to be included.
     *
     * @param origin lines about where the figures come from, kept as comments
     * @param tables in their order; those without rows are left out
     */
    public static String text(List<String> origin, List<Table> tables) {
        StringBuilder text = new StringBuilder("% \\usepackage{booktabs}\n");
        origin.forEach(line -> text.append("% ").append(line).append('\n'));
        tables.stream().filter(table -> !table.rows().isEmpty()).forEach(table -> append(text, table));
        return text.toString();
    }

    private static void append(StringBuilder text, Table table) {
        String notes = String.join(" ", table.notes());
        text.append("\n\\begin{table}\n\\centering\n\\caption{")
                .append(escaped(table.title() + ". " + notes))
                .append("}\n\\begin{tabular}{l")
                .append("r".repeat(table.columns().size() - 1))
                .append("}\n\\toprule\n")
                .append(line(table.columns(), false))
                .append("\\midrule\n");
        table.rows().forEach(row -> text.append(line(row.cells(), row.published())));
        text.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n");
    }

    /** Published rows stand in italics. */
    private static String line(List<String> cells, boolean published) {
        return cells.stream()
                .map(LatexTables::escaped)
                .map(cell -> published ? "\\textit{" + cell + "}" : cell)
                .collect(Collectors.joining(" & ", "", " \\\\\n"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\textbackslash{}")
                .replaceAll("([&%$#_{}])", "\\\\$1")
                .replace("~", "\\textasciitilde{}")
                .replace("^", "\\textasciicircum{}")
                .replace("±", "$\\pm$");
    }
}
