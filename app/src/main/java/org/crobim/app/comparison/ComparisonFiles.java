package org.crobim.app.comparison;

import java.util.List;
import org.crobim.app.console.BuildVersion;
import org.crobim.train.comparison.Comparison;
import org.crobim.train.comparison.ComparisonTables;
import org.crobim.train.comparison.MarkdownTables;
import org.crobim.train.comparison.PublishedScores;
import org.crobim.train.comparison.Table;

/** The tables of a comparison in every format, written into its folder. */
final class ComparisonFiles {
    private ComparisonFiles() {}

    static void write(Comparison comparison, ComparisonFolder folder) {
        folder.writeResult("benchmark.md", markdown(comparison));
    }

    static String markdown(Comparison comparison) {
        List<Table> tables = new ComparisonTables(comparison, PublishedScores.shipped()).all();
        return MarkdownTables.page(comparison.plan().name(), origin(comparison), tables);
    }

    private static List<String> origin(Comparison comparison) {
        return List.of("%d of %d cells judged. Program: %s."
                .formatted(comparison.cells().size(), comparison.plan().cells().size(), BuildVersion.text()));
    }
}
