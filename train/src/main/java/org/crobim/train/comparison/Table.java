package org.crobim.train.comparison;

import java.util.List;

/**
 * A table for people; every format shows the same words.
 *
 * @param title above it
 * @param columns heads; the first column is text, the others are figures
 * @param rows below
 * @param notes below the table, full sentences
 */
public record Table(String title, List<String> columns, List<Row> rows, List<String> notes) {
    /** Copies the lists and checks that rows are as wide as the head. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("table \"%s\": row %s has %d cells, expected %d"
                        .formatted(title, row.cells(), row.cells().size(), columns.size()));
            }
        }
    }

    /**
     * A row.
     *
     * @param cells one a column
     * @param published whether its figures are those of others
     */
    public record Row(List<String> cells, boolean published) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }

        /** A row of our own. */
        static Row ours(List<String> cells) {
            return new Row(cells, false);
        }
    }
}
