package org.crobim.app.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crobim.data.check.CheckReport;
import org.crobim.data.check.Finding;
import org.crobim.data.check.FindingKind;
import org.crobim.data.check.Severity;

/**
 * The object that {@code crobim dataset check --json} prints.
 *
 * @param errors findings that make samples or figures wrong
 * @param warnings findings that a person should look at
 * @param splits how much was looked at
 * @param counts findings by kind
 * @param findings all of them
 */
public record CheckFigures(
        int errors, int warnings, List<Split> splits, Map<String, Integer> counts, List<Line> findings) {
    /**
     * One split.
     *
     * @param split its name
     * @param sentences listed
     * @param images listed, copies that the layout demands counted once
     * @param truncatedShare share of sentences that are longer than the model reads, 0..1
     */
    public record Split(String split, int sentences, int images, double truncatedShare) {}

    /**
     * One finding.
     *
     * @param kind lower case, words separated by hyphens
     * @param severity error or warning
     * @param split name of the split
     * @param sample id of the sample; empty where no sample could be read
     * @param file where to look
     * @param line in the file, from 1; 0 where the whole file is meant
     * @param message what is wrong
     */
    public record Line(
            String kind, String severity, String split, String sample, String file, int line, String message) {
        static Line of(Finding finding) {
            return new Line(
                    word(finding.kind()),
                    word(finding.severity()),
                    finding.split(),
                    finding.sample(),
                    finding.place().file(),
                    finding.place().line(),
                    finding.message());
        }
    }

    /** The report in this form. */
    public static CheckFigures of(CheckReport report) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        report.countsByKind().forEach((kind, count) -> counts.put(word(kind), count));
        return new CheckFigures(
                report.count(Severity.ERROR),
                report.count(Severity.WARNING),
                report.splits().stream().map(split -> split(report, split)).toList(),
                counts,
                report.findings().stream().map(Line::of).toList());
    }

    private static Split split(CheckReport report, CheckReport.SplitCount split) {
        int cut = report.count(FindingKind.TRUNCATED_SENTENCE, split.split());
        double share = split.samples() == 0 ? 0 : (double) cut / split.samples();
        return new Split(split.split(), split.samples(), split.images(), share);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
