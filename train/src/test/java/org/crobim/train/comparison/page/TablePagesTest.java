package org.crobim.train.comparison.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crobim.train.comparison.Table;
import org.junit.jupiter.api.Test;

class TablePagesTest {
    private static final Table TABLE = new Table(
            "A & B",
            List.of("Model", "mIoU"),
            List.of(
                    new Table.Row(List.of("our_net", "10.00 ± 1.00"), false),
                    new Table.Row(List.of("theirs|x", "20 %"), true)),
            List.of("Percent."));

    @Test
    void lettersThatLatexReadsOtherwiseAreEscaped() {
        String text = LatexTables.text(List.of("made today"), List.of(TABLE));

        assertThat(text)
                .startsWith("% \\usepackage{booktabs}\n% made today\n")
                .contains("\\caption{A \\& B. Percent.}", "\\begin{tabular}{lr}")
                .contains("our\\_net & 10.00 $\\pm$ 1.00 \\\\\n")
                .contains("\\textit{theirs|x} & \\textit{20 \\%} \\\\\n");
    }

    @Test
    void markdownKeepsItsColumnsAndMarksForeignRows() {
        String text = MarkdownTables.page("Title", List.of("made today"), List.of(TABLE));

        assertThat(text)
                .contains("# Title\n\nmade today\n\n## A & B\n\n| Model | mIoU |\n|---|---:|\n")
                .contains("| our_net | 10.00 ± 1.00 |\n", "| *theirs\\|x* | *20 %* |\n");
    }

    @Test
    void aTableWithoutRowsIsLeftOut() {
        Table empty = new Table("Empty", List.of("a"), List.of(), List.of());

        assertThat(LatexTables.text(List.of(), List.of(empty))).doesNotContain("Empty");
        assertThat(HtmlTables.page("Title", List.of(), List.of(empty, TABLE)))
                .doesNotContain("Empty")
                .contains("<h2>A &amp; B</h2>", "<td><i>20 %</i></td>", "<td>our_net</td>");
    }
}
