package org.crobim.train.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crobim.train.comparison.Comparison;
import org.crobim.train.comparison.ComparisonTables;
import org.crobim.train.comparison.Protocol;
import org.crobim.train.comparison.PublishedScores;
import org.crobim.train.comparison.TestBed;

/** The scores for programs: one line a model, data set and protocol, mean and deviation in columns of their own. */
public final class ScoreCsv {
    private static final String HEAD = "dataset,protocol,model,origin,runs,"
            + "pr50,pr50Deviation,pr60,pr60Deviation,pr70,pr70Deviation,pr80,pr80Deviation,pr90,pr90Deviation,"
            + "oIoU,oIoUDeviation,mIoU,mIoUDeviation,"
            + "parameters,firstFlops,furtherFlops,firstMillis,furtherMillis,source\n";

    private ScoreCsv() {}

    /** The file as RFC 4180 has it; figures that are not known are empty. */
    public static String text(Comparison comparison, PublishedScores published) {
        StringBuilder text = new StringBuilder(HEAD);
        for (TestBed data : comparison.plan().datasets()) {
            for (Protocol protocol : Protocol.values()) {
                comparison
                        .standings(data, protocol)
                        .forEach(standing -> text.append(line(ours(data, protocol, standing))));
            }
            data.published().map(published::of).orElse(List.of()).forEach(row -> text.append(line(theirs(data, row))));
        }
        return text.toString();
    }

    private static List<String> ours(TestBed data, Protocol protocol, Comparison.Standing standing) {
        List<String> cells = new ArrayList<>(List.of(
                data.name(),
                name(protocol),
                standing.model(),
                "ours",
                String.valueOf(standing.runs().size())));
        ComparisonTables.spreads(standing).forEach(spread -> {
            cells.add(number(spread.mean()));
            cells.add(standing.runs().size() == 1 ? "" : number(spread.deviation()));
        });
        standing.cost()
                .ifPresentOrElse(
                        cost -> cells.addAll(List.of(
                                String.valueOf(cost.parameters()),
                                String.valueOf(cost.firstFlops()),
                                String.valueOf(cost.furtherFlops()),
                                number(cost.firstMillis()),
                                number(cost.furtherMillis()))),
                        () -> cells.addAll(List.of("", "", "", "", "")));
        cells.add("");
        return cells;
    }

    private static List<String> theirs(TestBed data, PublishedScores.Row row) {
        List<String> cells =
                new ArrayList<>(List.of(data.name(), name(Protocol.MODEL_SIZE), row.method(), "published", ""));
        row.scores().forEach(score -> cells.addAll(List.of(known(score), "")));
        cells.add(known(row.parametersMillion().map(million -> million * 1e6)));
        cells.add(known(row.gigaflops().map(giga -> giga * 1e9)));
        cells.addAll(List.of("", "", "", row.source()));
        return cells;
    }

    private static String name(Protocol protocol) {
        return protocol == Protocol.MODEL_SIZE ? "modelSize" : "nativeSize";
    }

    private static String known(Optional<Double> figure) {
        return figure.map(ScoreCsv::number).orElse("");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.4f", value);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ScoreCsv::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
