package org.crobim.train.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.crobim.train.benchmark.AnswerCost;
import org.crobim.train.metrics.Grouping;
import org.crobim.train.metrics.SampleTags;
import org.crobim.train.metrics.ScoreIntervals;
import org.crobim.train.metrics.ScoreSummary;

/** The tables of a comparison, those of the papers first. */
public final class ComparisonTables {
    /** What the papers print, in their order. */
    static final List<String> SCORES = List.of("Pr@0.5", "Pr@0.6", "Pr@0.7", "Pr@0.8", "Pr@0.9", "oIoU", "mIoU");

    private static final List<String> COSTS =
            List.of("M params", "GFLOP first", "GFLOP further", "ms first", "ms further");
    private static final List<ToDoubleFunction<ScoreSummary>> FIGURES = List.of(
            ScoreSummary::pr50,
            ScoreSummary::pr60,
            ScoreSummary::pr70,
            ScoreSummary::pr80,
            ScoreSummary::pr90,
            ScoreSummary::oIoU,
            ScoreSummary::mIoU);
    private static final List<Grouping> GROUPINGS = List.of(Grouping.SIZE, Grouping.STRATUM, Grouping.CATEGORY);
    private static final String NONE = "-";
    private static final String RUNS_NOTE =
            "Percent. With several runs: mean and standard deviation over the seeds. First: image and sentence; further:"
                    + " one more sentence about the same image.";

    private final Comparison comparison;
    private final PublishedScores published;

    /**
     * @param comparison what is shown
     * @param published rows of others
     */
    public ComparisonTables(Comparison comparison, PublishedScores published) {
        this.comparison = comparison;
        this.published = published;
    }

    /** Every table, data set by data set. */
    public List<Table> all() {
        List<Table> tables = new ArrayList<>();
        for (TestBed data : comparison.plan().datasets()) {
            for (Protocol protocol : Protocol.values()) {
                tables.add(scores(data, protocol));
            }
            tables.add(pairs(data));
            GROUPINGS.forEach(grouping -> breakdown(data, grouping).ifPresent(tables::add));
        }
        return List.copyOf(tables);
    }

    /** The table of the papers; published rows stand beside ours where the protocol is theirs. */
    Table scores(TestBed data, Protocol protocol) {
        List<String> columns = new ArrayList<>(List.of("Model"));
        columns.addAll(SCORES);
        columns.addAll(COSTS);
        columns.addAll(List.of("runs", "origin"));
        List<Table.Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>(List.of(RUNS_NOTE));
        comparison.standings(data, protocol).forEach(standing -> rows.add(Table.Row.ours(cells(standing))));
        if (protocol == Protocol.MODEL_SIZE && data.published().isPresent()) {
            published.of(data.published().get()).forEach(row -> rows.add(new Table.Row(cells(row), true)));
            notes.add(
                    "Rows marked published were measured by others, with training and hardware of their own; none of them"
                            + " was computed by this program.");
        }
        return new Table("%s, %s".formatted(data.name(), protocol.label()), columns, rows, notes);
    }

    private static List<String> cells(Comparison.Standing standing) {
        List<String> cells = new ArrayList<>(List.of(standing.model()));
        spreads(standing)
                .forEach(spread -> cells.add(text(spread, standing.runs().size())));
        cells.addAll(standing.cost().map(ComparisonTables::cells).orElse(List.of(NONE, NONE, NONE, NONE, NONE)));
        cells.add(String.valueOf(standing.runs().size()));
        cells.add("this program");
        return cells;
    }

    private static List<String> cells(AnswerCost cost) {
        return List.of(
                number("%.2f", cost.parameters() / 1e6),
                number("%.2f", cost.firstFlops() / 1e9),
                number("%.2f", cost.furtherFlops() / 1e9),
                number("%.1f", cost.firstMillis()),
                number("%.1f", cost.furtherMillis()));
    }

    private static List<String> cells(PublishedScores.Row row) {
        List<String> cells = new ArrayList<>(List.of(row.method()));
        row.scores().forEach(score -> cells.add(known(score)));
        cells.add(known(row.parametersMillion()));
        cells.add(known(row.gigaflops()));
        cells.addAll(List.of(NONE, NONE, NONE, NONE));
        cells.add("published: " + row.source());
        return cells;
    }

    private static String known(Optional<Double> figure) {
        return figure.map(value -> number("%.2f", value)).orElse(NONE);
    }

    /** The seven scores in the order of the papers, over the runs of a model. */
    public static List<Spread> spreads(Comparison.Standing standing) {
        return FIGURES.stream()
                .map(figure ->
                        Spread.of(standing.runs().stream().mapToDouble(figure).toArray()))
                .toList();
    }

    private static String text(Spread spread, int runs) {
        return runs == 1
                ? number("%.2f", spread.mean())
                : "%s ± %s".formatted(number("%.2f", spread.mean()), number("%.2f", spread.deviation()));
    }

    private Table pairs(TestBed data) {
        List<Table.Row> rows = new ArrayList<>();
        for (Comparison.Pair pair : comparison.pairs(data)) {
            rows.add(Table.Row.ours(List.of(
                    "%s minus %s".formatted(pair.upper(), pair.lower()),
                    gap(pair.gap().mIoU(), pair.gap().mIoUInterval()),
                    gap(pair.gap().oIoU(), pair.gap().oIoUInterval()),
                    gap(pair.gap().pr50(), pair.gap().pr50Interval()),
                    String.valueOf(pair.seeds()))));
        }
        return new Table(
                data.name() + ", differences at the size of the images",
                List.of("Models", "mIoU", "oIoU", "Pr@0.5", "runs"),
                rows,
                List.of(
                        ("Points of percent with 95 %% intervals: %d resamples of the images, both models and all runs of an"
                                        + " image drawn together. An interval that holds 0 shows no difference.")
                                .formatted(comparison.plan().resamples())));
    }

    private static String gap(double points, ScoreIntervals.Interval interval) {
        return "%s (%s .. %s)"
                .formatted(number("%+.2f", points), number("%+.2f", interval.low()), number("%+.2f", interval.high()));
    }

    /** Empty where the data set tells nothing about the group. */
    private Optional<Table> breakdown(TestBed data, Grouping grouping) {
        Map<String, Map<String, ScoreSummary>> groups = comparison.breakdown(data, grouping);
        if (groups.keySet().stream().allMatch(SampleTags.UNKNOWN::equals)) {
            return Optional.empty();
        }
        List<String> models = comparison.standings(data, Protocol.NATIVE_SIZE).stream()
                .map(Comparison.Standing::model)
                .toList();
        List<String> columns = new ArrayList<>(List.of(grouping.label(), "answers"));
        columns.addAll(models);
        List<Table.Row> rows = new ArrayList<>();
        groups.forEach((group, byModel) -> {
            List<String> cells = new ArrayList<>(List.of(group));
            cells.add(byModel.values().stream()
                    .findFirst()
                    .map(s -> String.valueOf(s.count()))
                    .orElse(NONE));
            models.forEach(model -> cells.add(Optional.ofNullable(byModel.get(model))
                    .map(summary -> number("%.2f", summary.mIoU()))
                    .orElse(NONE)));
            rows.add(Table.Row.ours(cells));
        });
        return Optional.of(new Table(
                "%s, mIoU by %s at the size of the images".formatted(data.name(), grouping.label()),
                columns,
                rows,
                List.of("Percent, over all runs of a model; answers are those of the first model.")));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
