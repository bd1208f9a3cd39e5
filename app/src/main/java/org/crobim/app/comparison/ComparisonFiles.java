package org.crobim.app.comparison;

import java.util.List;
import org.crobim.app.console.BuildVersion;
import org.crobim.train.comparison.Comparison;
import org.crobim.train.comparison.ComparisonTables;
import org.crobim.train.comparison.PublishedScores;
import org.crobim.train.comparison.Table;
import org.crobim.train.comparison.page.HtmlTables;
import org.crobim.train.comparison.page.LatexTables;
import org.crobim.train.comparison.page.MarkdownTables;
import org.crobim.train.comparison.page.ScoreCsv;

/** The tables of a comparison in every format, written into its folder. */
final class ComparisonFiles {
    private ComparisonFiles() {}

    static void write(Comparison comparison, ComparisonFolder folder) {
        String title = comparison.plan().name();
        List<Table> tables = tables(comparison);
        List<String> origin = origin(comparison);
        folder.writeResult("benchmark.md", MarkdownTables.page(title, origin, tables));
        folder.writeResult("benchmark.csv", ScoreCsv.text(comparison, PublishedScores.shipped()));
        folder.writeResult("benchmark.tex", LatexTables.text(origin, tables));
        folder.writeResult("benchmark.html", HtmlTables.page(title, origin, tables));
    }

    static String markdown(Comparison comparison) {
        return MarkdownTables.page(comparison.plan().name(), origin(comparison), tables(comparison));
    }

    private static List<Table> tables(Comparison comparison) {
        return new ComparisonTables(comparison, PublishedScores.shipped()).all();
    }

    private static List<String> origin(Comparison comparison) {
        return List.of("%d of %d cells judged. Program: %s."
                .formatted(comparison.cells().size(), comparison.plan().cells().size(), BuildVersion.text()));
    }
}
