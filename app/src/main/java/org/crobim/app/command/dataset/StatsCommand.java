package org.crobim.app.command.dataset;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.app.evaluation.DatasetOptions;
import org.crobim.core.error.ExitCode;
import org.crobim.core.mask.Mask;
import org.crobim.core.progress.Progress;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.crobim.data.SizeGroup;
import org.crobim.data.card.CardSample;
import org.crobim.data.card.DatasetFigures;
import org.crobim.language.ObjectCategory;
import org.crobim.language.benchmark.AttributeKind;
import org.crobim.language.benchmark.BenchmarkStratum;
import org.crobim.language.claim.Description;
import org.crobim.language.parse.ExpressionParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts what a data set holds. */
@Command(
        name = "stats",
        description = {
            "Counts sentences, words, classes, sizes, strata and attributes of a data set.",
            "",
            "Strata and attributes are read off the sentences by the parser, so they are known for any data set; how many other"
                    + " objects of its class an image shows is not."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim dataset stats --data RISBench_dataset --format risbench --split test",
            "  crobim dataset stats --data RRSIS-D --format rrsisd --split train --split val --json",
            "",
            "Exit codes: 0 done, 2 usage, 3 no such data set, or a file that cannot be read."
        })
public final class StatsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Mixin
    private DatasetOptions dataset;

    @Option(
            names = "--split",
            required = true,
            paramLabel = "NAME",
            description = "A split to count; repeat the option for several.")
    private List<String> splits;

    private final ExpressionParser parser = new ExpressionParser();

    @Override
    public Integer call() {
        Console console = options.console(command);
        List<CardSample> samples = new ArrayList<>();
        try (Progress progress = console.progress(Clock.systemUTC())) {
            for (String split : splits) {
                ReferringDataset opened = dataset.open(split);
                progress.start("masks of " + split, opened.samples().size());
                for (ReferringSample sample : opened.samples()) {
                    samples.add(described(split, sample, opened.readMask(sample)));
                    progress.step(1);
                }
            }
        }
        DatasetFigures figures = DatasetFigures.of(samples);
        FigureTable.lines(figures).forEach(console::line);
        console.object(figures);
        return ExitCode.DONE.value();
    }

    private CardSample described(String split, ReferringSample sample, Mask mask) {
        Optional<Description> meaning = parser.parse(sample.text()).description();
        Set<String> attributes = new TreeSet<>();
        meaning.ifPresent(read -> AttributeKind.of(read).stream()
                .filter(kind -> kind != AttributeKind.CATEGORY)
                .forEach(kind -> attributes.add(words(kind))));
        return new CardSample(
                split,
                sample.imageId(),
                sample.text(),
                sample.category()
                        .or(() -> meaning.map(Description::category))
                        .map(ObjectCategory::canonicalName)
                        .orElse(CardSample.UNKNOWN),
                meaning.map(read -> words(BenchmarkStratum.of(read))).orElse(CardSample.UNKNOWN),
                SizeGroup.of(mask.area(), (long) mask.width() * mask.height()).label(),
                attributes,
                0);
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
