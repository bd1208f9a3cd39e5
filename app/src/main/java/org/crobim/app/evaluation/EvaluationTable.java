package org.crobim.app.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crobim.train.evaluation.EvaluationSummary;
import org.crobim.train.evaluation.PresenceSummary;
import org.crobim.train.evaluation.TextControl;
import org.crobim.train.metrics.ScoreSummary;

/** The figures of an evaluation as aligned lines for a terminal, percentages with two decimals. */
public final class EvaluationTable {
    private static final int LEAST_NAME_WIDTH = 24;

    private final List<String> lines = new ArrayList<>();
    private final int nameWidth;

    private EvaluationTable(int nameWidth) {
        this.nameWidth = nameWidth;
    }

    /** The lines of the table. */
    public static List<String> lines(EvaluationSummary summary) {
        int longest = summary.breakdowns().values().stream()
                .flatMap(groups -> groups.keySet().stream())
                .mapToInt(name -> name.length() + 2)
                .max()
                .orElse(0);
        EvaluationTable table = new EvaluationTable(Math.max(LEAST_NAME_WIDTH, longest));
        table.addHeading(summary.dataset());
        table.addRow("native size", summary.nativeSize());
        table.addRow("behind presence gate", summary.gated());
        table.addRow("model size", summary.modelSize());
        if (summary.emptyTruths() > 0) {
            table.addRow("%d empty truths left out".formatted(summary.emptyTruths()), summary.withoutEmptyTruths());
        }
        summary.intervals()
                .ifPresent(intervals -> table.lines.add(String.format(
                        Locale.ROOT,
                        "95 %% intervals over %d images: mIoU %.2f .. %.2f, oIoU %.2f .. %.2f",
                        intervals.images(),
                        intervals.mIoU().low(),
                        intervals.mIoU().high(),
                        intervals.oIoU().low(),
                        intervals.oIoU().high())));
        summary.breakdowns().forEach(table::addGroups);
        table.addControls(summary);
        table.addPresence(summary.presence());
        return List.copyOf(table.lines);
    }

    private void addHeading(String title) {
        lines.add(padded(title) + "  count    mIoU    oIoU  Pr@0.5  Pr@0.6  Pr@0.7  Pr@0.8  Pr@0.9");
    }

    private void addRow(String name, ScoreSummary scores) {
        lines.add(String.format(
                Locale.ROOT,
                "%s%7d %7.2f %7.2f %7.2f %7.2f %7.2f %7.2f %7.2f",
                padded(name),
                scores.count(),
                scores.mIoU(),
                scores.oIoU(),
                scores.pr50(),
                scores.pr60(),
                scores.pr70(),
                scores.pr80(),
                scores.pr90()));
    }

    private void addGroups(String title, Map<String, ScoreSummary> groups) {
        lines.add("");
        lines.add("by " + title);
        groups.forEach((name, scores) -> addRow("  " + name, scores));
    }

    private void addControls(EvaluationSummary summary) {
        if (summary.controls().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("text controls");
        for (TextControl control : TextControl.values()) {
            EvaluationSummary.Control seen = summary.controls().get(control.key());
            if (seen != null) {
                addRow("  " + control.label(), seen.nativeSize());
                seen.fullMinusControl()
                        .ifPresent(gap -> lines.add(String.format(
                                Locale.ROOT,
                                "    full sentence %+.2f mIoU (95 %% interval %+.2f .. %+.2f), %+.2f Pr@0.5",
                                gap.mIoU(),
                                gap.mIoUInterval().low(),
                                gap.mIoUInterval().high(),
                                gap.pr50())));
            }
        }
    }

    private void addPresence(PresenceSummary presence) {
        lines.add("");
        lines.add("presence: %d sentences with a target, %d without, threshold %.3f"
                .formatted(presence.present(), presence.absent(), presence.threshold()));
        presence.areaUnderCurve()
                .ifPresent(area -> lines.add(String.format(
                        Locale.ROOT,
                        "  area under ROC curve %.3f, balanced accuracy %.3f, calibration error %.3f",
                        area,
                        presence.balancedAccuracy().orElse(0),
                        presence.calibrationError().orElse(0))));
    }

    private String padded(String name) {
        return String.format(Locale.ROOT, "%-" + nameWidth + "s", name);
    }
}
