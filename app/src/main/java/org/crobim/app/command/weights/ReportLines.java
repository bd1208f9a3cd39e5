package org.crobim.app.command.weights;

import java.util.ArrayList;
import java.util.List;
import org.crobim.model.weights.LoadReport;

/** How a file and a network match, as lines for people. */
final class ReportLines {
    private static final int MOST_SHOWN = 10;

    private ReportLines() {}

    /**
     * The lines.
     *
     * @param leftOut names that the rules of the network drop
     */
    static List<String> of(LoadReport report, List<String> leftOut) {
        List<String> lines = new ArrayList<>();
        lines.add("loaded: %d tensors".formatted(report.loaded().size()));
        add(lines, "missing", report.missing());
        add(lines, "unexpected", report.unexpected());
        add(
                lines,
                "mismatched",
                report.mismatched().stream()
                        .map(mismatch -> "%s is %s, expected %s"
                                .formatted(mismatch.name(), mismatch.found(), mismatch.expected()))
                        .toList());
        add(lines, "left out by the rules of the network", leftOut);
        return lines;
    }

    private static void add(List<String> lines, String title, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        lines.add("%s: %d".formatted(title, names.size()));
        names.stream().limit(MOST_SHOWN).forEach(name -> lines.add("  " + name));
        if (names.size() > MOST_SHOWN) {
            lines.add("  and %d more; --json lists all".formatted(names.size() - MOST_SHOWN));
        }
    }
}
