package org.crobim.train.report;

import static j2html.TagCreator.code;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.img;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crobim.train.evaluation.ControlReport;
import org.crobim.train.evaluation.EvaluationSummary;
import org.crobim.train.evaluation.SampleResult;
import org.crobim.train.metrics.Grouping;
import org.crobim.train.metrics.SampleTags;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * The HTML page of an evaluation: figures, breakdowns, curves and cases, with styles and pictures inside.
 *
 * @param summary every figure
 * @param report the samples behind it
 * @param gallery cases with pictures
 * @param origin what to type to get the same again
 */
record ReportPage(EvaluationSummary summary, ControlReport report, CaseGallery gallery, ReportOrigin origin) {
    private static final List<Grouping> BREAKDOWNS = List.of(Grouping.STRATUM, Grouping.CATEGORY, Grouping.SIZE);

    /** The whole page. */
    String render() {
        return HtmlPage.render(
                "Evaluation on " + summary.dataset(),
                lead(),
                overall(),
                iff(!summary.controls().isEmpty(), controls()),
                breakdowns(),
                presence(),
                cases("Best cases", gallery.best()),
                cases("Worst cases", gallery.worst()),
                cases("Highest presence although nothing matches", gallery.falseAlarms()),
                originSection());
    }

    private DomContent lead() {
        return p(
                        text("%d sentences about %d images"
                                .formatted(summary.nativeSize().count(), images())),
                        iff(
                                summary.declaredAbsences() > 0,
                                text(", and %d sentences that match nothing".formatted(summary.declaredAbsences()))),
                        text(". Shares are percentages; mIoU is the mean over sentences, oIoU the sum of intersections"
                                + " over the sum of unions, Pr@t the share of sentences with an IoU of t or more."))
                .withClass("lead");
    }

    private int images() {
        return (int) report.full().samples().stream()
                .map(result -> result.sample().imageId())
                .distinct()
                .count();
    }

    private DomContent overall() {
        return section(
                h2("Scores"),
                ScoreTables.overall(summary),
                note(
                        "Brackets hold 95 %% intervals by bootstrap over images. An empty truth counts as 0; %d sentences have one."
                                .formatted(summary.emptyTruths())),
                chart(ScoreCharts.successCurves(report)));
    }

    private DomContent controls() {
        return section(
                h2("What the sentence earns"),
                ScoreTables.controls(summary),
                note("The same images asked with less: a model that reads its sentence stands clearly above every row"
                        + " below the first. The gap is taken over the sentences that the control applies to."));
    }

    private DomContent breakdowns() {
        return section(
                h2("Breakdowns"),
                each(
                        BREAKDOWNS.stream().filter(this::known).toList(),
                        grouping -> section(
                                ScoreTables.breakdown(summary, grouping),
                                chart(ScoreCharts.groupBars(report, grouping)))));
    }

    /** A data set that tells no class would only repeat the first table under the name "unknown". */
    private boolean known(Grouping grouping) {
        var groups = Optional.ofNullable(summary.breakdowns().get(grouping.label()))
                .orElseThrow()
                .keySet();
        return groups.stream().anyMatch(group -> !group.equals(SampleTags.UNKNOWN));
    }

    private DomContent presence() {
        List<DomContent> parts = new ArrayList<>(List.of(h2("Presence"), ScoreTables.presence(summary.presence())));
        if (summary.presence().present() > 0 && summary.presence().absent() > 0) {
            parts.add(chart(ScoreCharts.calibrationCurve(summary.presence().calibration())));
        } else {
            parts.add(note("The list has no sentences of both kinds, so nothing can be said about calibration."));
        }
        return section(parts.toArray(DomContent[]::new));
    }

    private static DomContent cases(String heading, List<CaseGallery.Case> cases) {
        return iff(
                !cases.isEmpty(),
                section(
                        h2(heading),
                        note("Magenta: what the model found. Green outline: the truth."),
                        section(each(cases, ReportPage::caseFigure)).withClass("gallery")));
    }

    private static DomContent caseFigure(CaseGallery.Case shown) {
        SampleResult result = shown.result();
        SampleTags tags = SampleTags.of(result.sample());
        String scores = String.format(
                Locale.ROOT,
                "IoU %.1f %%, presence %.2f",
                100 * result.nativeOverlap().intersectionOverUnion(),
                result.presence());
        String facts = "%s · %s · %s · %s"
                .formatted(
                        tags.category(),
                        tags.stratum(),
                        result.nativeScore().sizeGroup().label(),
                        result.sample().id());
        return figure(
                img().withSrc(InlinePicture.ofImage(shown.picture()))
                        .withAlt("%s: %s".formatted(result.asked(), scores)),
                figcaption(
                        span("“" + result.asked() + "”").withClass("sentence"),
                        span(scores),
                        span(facts).withClass("facts")));
    }

    private DomContent originSection() {
        return section(
                h2("Where these figures come from"),
                p(code(origin.command())),
                ScoreTables.facts(origin),
                note(
                        "samples.jsonl beside this page holds every sentence with its scores, evaluation.json every figure."));
    }

    private static DomContent chart(Chart<?, ?> chart) {
        return img().withClass("chart").withSrc(InlinePicture.ofChart(chart)).withAlt(chart.getTitle());
    }

    private static DomContent note(String text) {
        return p(text).withClass("note");
    }
}
