package org.crobim.train.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import j2html.tags.specialized.TableTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.crobim.data.SizeGroup;
import org.crobim.train.evaluation.EvaluationSummary;
import org.crobim.train.evaluation.PresenceSummary;
import org.crobim.train.evaluation.TextControl;
import org.crobim.train.metrics.Grouping;
import org.crobim.train.metrics.ScoreGap;
import org.crobim.train.metrics.ScoreIntervals;
import org.crobim.train.metrics.ScoreSummary;

/** The tables of a report; percentages with two decimals, as in publications. */
final class ScoreTables {
    private static final List<String> FIGURES =
            List.of("mIoU", "oIoU", "Pr@0.5", "Pr@0.6", "Pr@0.7", "Pr@0.8", "Pr@0.9");

    private ScoreTables() {}

    static DomContent overall(EvaluationSummary summary) {
        List<DomContent> rows = new ArrayList<>();
        rows.add(row("native size", summary.nativeSize(), summary.intervals()));
        rows.add(row("native size, behind the presence gate", summary.gated(), Optional.empty()));
        rows.add(row("model size, as in publications", summary.modelSize(), Optional.empty()));
        if (summary.emptyTruths() > 0) {
            rows.add(row("native size, without empty truths", summary.withoutEmptyTruths(), Optional.empty()));
        }
        return scoreTable("frame", rows);
    }

    static DomContent breakdown(EvaluationSummary summary, Grouping grouping) {
        Map<String, ScoreSummary> groups =
                Optional.ofNullable(summary.breakdowns().get(grouping.label())).orElseThrow();
        List<DomContent> rows = new ArrayList<>();
        groups.forEach((group, scores) ->
                rows.add(row(grouping == Grouping.SIZE ? withImageShare(group) : group, scores, Optional.empty())));
        return scoreTable(ScoreCharts.title(grouping), rows);
    }

    static DomContent controls(EvaluationSummary summary) {
        List<DomContent> rows = new ArrayList<>();
        rows.add(controlRow(TextControl.FULL.label(), summary.nativeSize(), Optional.empty()));
        for (TextControl control : TextControl.values()) {
            Optional.ofNullable(summary.controls().get(control.key()))
                    .ifPresent(
                            seen -> rows.add(controlRow(control.label(), seen.nativeSize(), seen.fullMinusControl())));
        }
        return tableOf(
                Stream.of("the model is told", "sentences", "mIoU", "oIoU", "Pr@0.5", "gap in mIoU", "gap in Pr@0.5"),
                rows);
    }

    static DomContent presence(PresenceSummary presence) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("sentences with a target", String.valueOf(presence.present()));
        lines.put("sentences without", String.valueOf(presence.absent()));
        lines.put("threshold", String.format(Locale.ROOT, "%.3f", presence.threshold()));
        put(lines, "area under the ROC curve", presence.areaUnderCurve(), 3);
        put(lines, "right answers at the threshold", presence.accuracy(), 3);
        put(lines, "balanced accuracy at the threshold", presence.balancedAccuracy(), 3);
        put(lines, "calibration error", presence.calibrationError(), 3);
        return factTable(lines);
    }

    static DomContent facts(ReportOrigin origin) {
        Map<String, String> lines = new LinkedHashMap<>(origin.facts());
        lines.put("time", origin.time().toString());
        return factTable(lines);
    }

    /** A percentage as it stands in every table. */
    static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static void put(Map<String, String> lines, String name, OptionalDouble value, int decimals) {
        value.ifPresent(seen -> lines.put(name, String.format(Locale.ROOT, "%." + decimals + "f", seen)));
    }

    private static TableTag scoreTable(String firstColumn, List<DomContent> rows) {
        return tableOf(Stream.concat(Stream.of(firstColumn, "sentences"), FIGURES.stream()), rows);
    }

    private static TableTag tableOf(Stream<String> columns, List<DomContent> rows) {
        return table(thead(tr(each(columns.toList(), column -> th(column)))), tbody(each(rows, row -> row)));
    }

    private static TableTag factTable(Map<String, String> lines) {
        return table(tbody(each(lines.entrySet(), line -> tr(th(line.getKey()), td(line.getValue())))))
                .withClass("facts");
    }

    private static DomContent row(String name, ScoreSummary scores, Optional<ScoreIntervals> intervals) {
        double[] figures = figures(scores).toArray();
        List<DomContent> cells = new ArrayList<>(List.of(td(name), td(String.valueOf(scores.count()))));
        for (int i = 0; i < figures.length; i++) {
            int figure = i;
            cells.add(cell(
                    percent(figures[i]),
                    intervals.map(known -> bracket(intervalsOf(known).get(figure)))));
        }
        return tr(cells.toArray(DomContent[]::new));
    }

    private static DomContent controlRow(String name, ScoreSummary scores, Optional<ScoreGap> gap) {
        return tr(
                td(name),
                td(String.valueOf(scores.count())),
                td(percent(scores.mIoU())),
                td(percent(scores.oIoU())),
                td(percent(scores.pr50())),
                cell(gap.map(seen -> signed(seen.mIoU())).orElse(""), gap.map(seen -> bracket(seen.mIoUInterval()))),
                cell(gap.map(seen -> signed(seen.pr50())).orElse(""), gap.map(seen -> bracket(seen.pr50Interval()))));
    }

    private static DomContent cell(String value, Optional<String> bracket) {
        return td(span(value), span(bracket.orElse("")).withClass("interval"));
    }

    private static DoubleStream figures(ScoreSummary scores) {
        return DoubleStream.of(
                scores.mIoU(),
                scores.oIoU(),
                scores.pr50(),
                scores.pr60(),
                scores.pr70(),
                scores.pr80(),
                scores.pr90());
    }

    private static List<ScoreIntervals.Interval> intervalsOf(ScoreIntervals intervals) {
        return List.of(
                intervals.mIoU(),
                intervals.oIoU(),
                intervals.pr50(),
                intervals.pr60(),
                intervals.pr70(),
                intervals.pr80(),
                intervals.pr90());
    }

    private static String bracket(ScoreIntervals.Interval interval) {
        return String.format(Locale.ROOT, "[%.1f, %.1f]", interval.low(), interval.high());
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.2f", value);
    }

    private static String withImageShare(String group) {
        for (SizeGroup size : SizeGroup.values()) {
            if (size.label().equals(group)) {
                return "%s (%s of the image)".formatted(group, size.imageShare());
            }
        }
        return group;
    }
}
