package org.crobim.app.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crobim.data.check.CheckReport;
import org.crobim.data.check.CheckReport.SplitCount;
import org.crobim.data.check.Finding;
import org.crobim.data.check.FindingKind;
import org.crobim.data.check.Severity;

/** The outcome of a check as lines for a terminal: how much was looked at, then findings by kind, errors first. */
public final class CheckTable {
    private final CheckReport report;
    private final int mostOfAKind;
    private final List<String> lines = new ArrayList<>();

    private CheckTable(CheckReport report, int mostOfAKind) {
        this.report = report;
        this.mostOfAKind = mostOfAKind;
    }

    /**
     * The lines.
     *
     * @param mostOfAKind findings of a kind that are shown; the others are counted
     */
    public static List<String> lines(CheckReport report, int mostOfAKind) {
        CheckTable table = new CheckTable(report, mostOfAKind);
        report.splits().forEach(table::addSplit);
        report.countsByKind().forEach(table::addKind);
        table.add(
                "%s, %s",
                counted(report.count(Severity.ERROR), "error"), counted(report.count(Severity.WARNING), "warning"));
        return List.copyOf(table.lines);
    }

    private void addSplit(SplitCount split) {
        int cut = report.count(FindingKind.TRUNCATED_SENTENCE, split.split());
        String truncation =
                cut == 0 ? "" : ", %.1f %% of the sentences are cut".formatted(100.0 * cut / split.samples());
        add("%-8s %d sentences about %d images%s", split.split(), split.samples(), split.images(), truncation);
    }

    private void addKind(FindingKind kind, int count) {
        lines.add("");
        add("%s: %d %s", kind.severity().name().toLowerCase(Locale.ROOT), count, kind.label());
        report.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .limit(mostOfAKind)
                .forEach(this::addFinding);
        if (count > mostOfAKind) {
            add("  ... and %d more; --json lists all", count - mostOfAKind);
        }
    }

    private void addFinding(Finding finding) {
        lines.add("  " + finding.text());
    }

    private static String counted(int count, String noun) {
        return "%d %s%s".formatted(count, noun, count == 1 ? "" : "s");
    }

    private void add(String pattern, Object... values) {
        lines.add(String.format(Locale.ROOT, pattern, values));
    }
}
