package org.crobim.train.comparison.page;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.i;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.TagCreator;
import j2html.tags.DomContent;
import java.util.List;
import org.crobim.train.comparison.Table;
import org.crobim.train.report.HtmlPage;

/** Tables as one page that needs no other file. */
public final class HtmlTables {
    private HtmlTables() {}

    /**
     * A page.
     *
     * @param title headline
     * @param origin lines about where the figures come from
     * @param tables in their order; those without rows are left out
     */
    public static String page(String title, List<String> origin, List<Table> tables) {
        return HtmlPage.render(
                title,
                each(origin, line -> p(line).withClass("lead")),
                each(tables.stream().filter(table -> !table.rows().isEmpty()).toList(), HtmlTables::section));
    }

    private static DomContent section(Table shown) {
        return TagCreator.section(
                h2(shown.title()),
                TagCreator.section(table(
                        thead(tr(each(shown.columns(), head -> th(head)))),
                        tbody(each(shown.rows(), HtmlTables::row)))),
                each(shown.notes(), note -> p(note).withClass("note")));
    }

    /** Published rows stand in italics. */
    private static DomContent row(Table.Row row) {
        return tr(each(row.cells(), cell -> row.published() ? td(i(cell)) : td(cell)));
    }
}
