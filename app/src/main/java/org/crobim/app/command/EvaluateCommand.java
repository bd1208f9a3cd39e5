package org.crobim.app.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.app.console.WeightsOption;
import org.crobim.app.evaluation.EvaluationTable;
import org.crobim.app.evaluation.ReportFacts;
import org.crobim.core.error.ExitCode;
import org.crobim.core.progress.Progress;
import org.crobim.data.ReferringDataset;
import org.crobim.model.referring.ReferringModel;
import org.crobim.predict.Segmenter;
import org.crobim.train.evaluation.ControlReport;
import org.crobim.train.evaluation.EvaluationSummary;
import org.crobim.train.evaluation.Evaluator;
import org.crobim.train.evaluation.NetworkPredictor;
import org.crobim.train.evaluation.ReferringPredictor;
import org.crobim.train.evaluation.TextControl;
import org.crobim.train.evaluation.TextCoverage;
import org.crobim.train.report.CaseGallery;
import org.crobim.train.report.EvaluationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores weights on a data set. */
@Command(
        name = "evaluate",
        description = {
            "Scores weights on a data set: oIoU, mIoU and Pr@0.5 .. 0.9 in percent, by class, size and kind of sentence.",
            "",
            "The first figures hold at the size of the images, without the presence gate. Those at model size compare"
                    + " with publications; those behind the gate are what a user of \"crobim segment\" gets."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim evaluate --data RISBench_dataset --format risbench --split test --report report",
            "  crobim evaluate --data RRSIS-D --format rrsisd --split test --json",
            "  crobim evaluate --data nwpu-vhr10 --format coco --split val --controls --json",
            "",
            "Exit codes: 0 done, 2 usage or existing report, 3 data missing or inconsistent, 4 weights do not fit,",
            "7 report cannot be written."
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final int CASES_SHOWN = 9;

    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Mixin
    private EngineOptions engine;

    @Mixin
    private WeightsOption weights;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Also write an HTML page, the figures and every sample into this folder.")
    private Optional<Path> report;

    @Option(names = "--overwrite", description = "Replace a former report in that folder.")
    private boolean overwrite;

    @Option(
            names = "--controls",
            description = "Also ask with less: class word only, sentences shuffled, position words removed, no text.")
    private boolean controls;

    /**
     * The object that {@code --json} prints.
     *
     * @param figures its fields stand at the top level
     * @param text how much of the sentences the model can read
     */
    record Result(@JsonUnwrapped EvaluationSummary figures, TextCoverage text) {}

    /** What is judged: the model on the data. */
    private record Subject(ReferringModel model, ReferringPredictor predictor, ReferringDataset dataset) {}

    @Override
    public Integer call() {
        Console console = options.console(command);
        Optional<EvaluationReport> page = report.map(folder -> EvaluationReport.in(folder, overwrite));
        ReferringDataset dataset = data.open();
        try (Segmenter segmenter = Segmenter.load(weights.file(), engine.segmenterOptions())) {
            ReferringModel model = segmenter.model();
            Subject subject = new Subject(model, new NetworkPredictor(segmenter), dataset);
            TextCoverage coverage = TextCoverage.of(dataset, model.tokenizer());
            warnings(coverage).forEach(console::warn);
            ControlReport samples = evaluate(console, subject);
            EvaluationSummary summary = EvaluationSummary.of(samples, model.presenceThreshold(), data.seed());
            EvaluationTable.lines(summary).forEach(console::line);
            page.ifPresent(folder -> console.note("report: " + write(folder, subject, samples, summary)));
            console.object(new Result(summary, coverage));
        }
        return ExitCode.DONE.value();
    }

    private ControlReport evaluate(Console console, Subject subject) {
        Set<TextControl> wanted = controls ? EnumSet.allOf(TextControl.class) : EnumSet.of(TextControl.FULL);
        try (Progress progress = console.progress(Clock.systemUTC())) {
            return new Evaluator(subject.predictor(), data.seed()).evaluate(subject.dataset(), wanted, progress);
        }
    }

    private Path write(EvaluationReport folder, Subject subject, ControlReport samples, EvaluationSummary summary) {
        CaseGallery gallery = CaseGallery.choose(samples.full(), subject.dataset(), subject.predictor(), CASES_SHOWN);
        ReportFacts facts = new ReportFacts(weights.file(), subject.model().notes(), data.facts());
        return folder.write(summary, samples, gallery, facts.origin(command, Clock.systemUTC()));
    }

    private static List<String> warnings(TextCoverage coverage) {
        String share = "%d of " + coverage.sentences() + " sentences ";
        List<String> warnings = new ArrayList<>();
        if (coverage.cut() > 0) {
            warnings.add(share.formatted(coverage.cut()) + "are longer than the model reads; their ends are dropped");
        }
        if (coverage.withUnknownWords() > 0) {
            warnings.add(share.formatted(coverage.withUnknownWords()) + "hold words outside the vocabulary");
        }
        return warnings;
    }
}
