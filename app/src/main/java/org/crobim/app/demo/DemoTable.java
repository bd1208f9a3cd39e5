package org.crobim.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answers of a demo as lines for people. */
public final class DemoTable {
    private DemoTable() {}

    /** A head and one line an answer, columns aligned. */
    public static List<String> lines(List<DemoAnswer> answers) {
        int widest = answers.stream()
                .mapToInt(answer -> answer.expression().length())
                .max()
                .orElse(1);
        String row = "%-12s %-" + widest + "s  %8s  %5s  %s";
        List<String> lines = new ArrayList<>();
        lines.add(row.formatted("scene", "expression", "presence", "IoU", "answer"));
        for (DemoAnswer answer : answers) {
            lines.add(row.formatted(
                    answer.scene(),
                    answer.expression(),
                    decimals(answer.presence()),
                    answer.iou().map(DemoTable::decimals).orElse("-"),
                    answer.verdict()));
        }
        return lines;
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
