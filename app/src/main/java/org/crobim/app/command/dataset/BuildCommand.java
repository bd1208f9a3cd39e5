package org.crobim.app.command.dataset;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.crobim.app.console.BuildVersion;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.UsageException;
import org.crobim.core.progress.Progress;
import org.crobim.data.ImageSplit;
import org.crobim.data.annotated.AnnotatedSource;
import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.build.BuildInput;
import org.crobim.data.build.BuildOutcome;
import org.crobim.data.build.BuildPlan;
import org.crobim.data.build.DatasetBuilder;
import org.crobim.data.build.ExistingOutput;
import org.crobim.data.build.MaskChoice;
import org.crobim.data.build.PatchRules;
import org.crobim.data.build.SceneSplit;
import org.crobim.data.build.SourceGaps;
import org.crobim.data.build.SplitShares;
import org.crobim.data.card.CardOrigin;
import org.crobim.data.card.DatasetCard;
import org.crobim.data.card.DatasetFigures;
import org.crobim.data.mask.MaskSource;
import org.crobim.data.mix.BenchmarkSentences;
import org.crobim.data.mix.SentencePlan;
import org.crobim.data.mix.SentenceShares;
import org.crobim.data.source.AnnotatedFormat;
import org.crobim.language.CategoryMention;
import org.crobim.language.ObjectCategory;
import org.crobim.language.benchmark.BenchmarkOptions;
import org.crobim.language.rules.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds a referring data set from annotated images. */
@Command(
        name = "build",
        description = {
            "Builds a data set of images, sentences and masks from annotated images, the way RISBench was built.",
            "",
            "Images are cut into patches of 512 x 512 pixels; of each patch with at most ten objects some are described"
                    + " so that exactly one fits. Objects and sentences are chosen so that kinds of sentences are as frequent as in"
                    + " RISBench. Splits go by source image. The files depend on the options alone, not on the threads."
                    + " Writes img_rgb, mask, output_phrase_{train,val,test}.txt, samples.jsonl, card.md, card.json and card/*.svg."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim dataset build --source coco --images nwpu-vhr10/images --annotations nwpu-vhr10/instances.json"
                    + " --out vhr10-ref --seed 1",
            "  crobim dataset build --source coco --images DIR --annotations FILE --out DIR --seed 1 --resume",
            "",
            "Exit codes: 0 done, 2 usage or existing output, 3 bad input, 5 built, but inputs were left out,",
            "7 output cannot be written, 130 interrupted (go on with --resume), 143 terminated."
        })
public final class BuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "NAME",
            description = "Format of the annotations: coco, dota, dior, isaid or vrsbench.")
    private AnnotatedFormat source;

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "Folder of the image files.")
    private Path images;

    @Option(
            names = "--annotations",
            required = true,
            paramLabel = "PATH",
            description = "File or folder of the annotations.")
    private Path annotations;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the new data set.")
    private Path out;

    @Option(
            names = "--seed",
            required = true,
            paramLabel = "N",
            description = "Decides splits and sentences; the same seed gives the same files.")
    private long seed;

    @Option(
            names = "--splits",
            defaultValue = "0.7,0.1,0.2",
            paramLabel = "SHARES",
            description = "Shares of the source images for train, val and test; default: ${DEFAULT-VALUE}.")
    private String splits;

    @Option(
            names = "--split-file",
            paramLabel = "PATH",
            description =
                    "JSON with the source images of each split, or a folder with train.txt, val.txt and test.txt, instead of --splits.")
    private Optional<Path> splitFile;

    @Option(
            names = "--sentences-per-patch",
            defaultValue = "5",
            paramLabel = "N",
            description = "Most sentences about one patch; default: ${DEFAULT-VALUE}.")
    private int sentencesPerPatch;

    @Option(
            names = "--every-object",
            description = {
                "Describe every object, even where the sentences that can be proved take the kinds of sentences far from RISBench's",
                "shares (71 % by place in the image, 24 % by other objects, 4.5 % by attributes; 15 % superlatives; 25 % compositional).",
                "Without it objects that only such sentences name are left out."
            })
    private boolean everyObject;

    @Option(
            names = "--most-objects",
            defaultValue = "10",
            paramLabel = "N",
            description = "Patches with more objects are left out; default: ${DEFAULT-VALUE}, as in VRSBench.")
    private int mostObjects;

    @Option(
            names = "--overlap",
            defaultValue = "100",
            paramLabel = "PIXELS",
            description = "Least overlap of neighbouring patches; default: ${DEFAULT-VALUE}.")
    private int overlap;

    @Option(
            names = "--border",
            defaultValue = "0",
            paramLabel = "PIXELS",
            description = "Band along the borders of the images that is not used, where the source does not annotate"
                    + " objects that the border cuts; default: ${DEFAULT-VALUE}.")
    private int border;

    @Option(
            names = "--leave-out",
            split = ",",
            paramLabel = "CLASS",
            description = "Classes of which the source annotates only some objects, separated by commas;"
                    + " no sentence names or mentions them.")
    private List<String> leaveOut = new ArrayList<>();

    @Option(
            names = "--on-error",
            defaultValue = "fail",
            paramLabel = "POLICY",
            description = "Annotations and images that cannot be used: fail (default) or skip.")
    private ErrorPolicy onError;

    @Option(
            names = "--threads",
            defaultValue = "0",
            paramLabel = "N",
            description = "Images worked on at the same time; default: one for each core.")
    private int threads;

    @Option(names = "--resume", description = "Go on with a build that was interrupted in that folder.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Replace a former data set in that folder.")
    private boolean overwrite;

    @Option(
            names = "--rules",
            defaultValue = "strict",
            paramLabel = "NAME",
            description =
                    "By which rules sentences are true: strict (default, vrsbench and aerial-d both), vrsbench or aerial-d.")
    private String rules;

    @Option(
            names = "--masks",
            defaultValue = "shape",
            paramLabel = "NAME",
            description = {
                "Where masks come from: shape (default, what is annotated; a box is then its own mask),",
                "grabcut or onnx (programs built with -Pmasks)."
            })
    private String masks;

    @Option(
            names = "--mask-models",
            paramLabel = "DIR",
            description = "Folder with the files that --masks needs: encoder.onnx and decoder.onnx for onnx.")
    private Optional<Path> maskModels;

    /**
     * The object that {@code --json} prints.
     *
     * @param folder of the data set
     * @param figures what it holds
     * @param refusals annotations that could not be used, by reason
     * @param failures images that could not be used, with the reason
     * @param skips patches and sentences left out by the rules, by reason
     */
    record Result(
            String folder,
            DatasetFigures figures,
            Map<String, Integer> refusals,
            Map<String, String> failures,
            Map<String, Integer> skips) {}

    @Override
    public Integer call() {
        Console console = options.console(command);
        ExistingOutput existing = existing();
        BuildPlan plan = plan();
        BenchmarkOptions sentences = BenchmarkOptions.standard().withRules(rules());
        AnnotatedSource scenes = source.open(images, annotations);
        BuildOutcome outcome;
        try (MaskSource maskSource = plan.masks().open();
                Progress progress = console.progress(Clock.systemUTC())) {
            BuildInput input =
                    new BuildInput(scenes, split(scenes), new BenchmarkSentences(sentences), maskSource, plan);
            outcome = new DatasetBuilder(input).build(out, existing, progress);
        }
        new DatasetCard(origin(scenes, outcome), outcome.figures()).write(out);
        FigureTable.lines(outcome.figures()).forEach(console::line);
        outcome.failures().forEach((scene, reason) -> console.warn("left out " + scene + ": " + reason));
        outcome.refusals().forEach((reason, count) -> console.warn("left out %d times: %s".formatted(count, reason)));
        console.note("card: " + out.resolve("card.md"));
        console.object(
                new Result(out.toString(), outcome.figures(), outcome.refusals(), outcome.failures(), outcome.skips()));
        return (outcome.isIncomplete() ? ExitCode.FAILED_ITEMS : ExitCode.DONE).value();
    }

    private RuleSet rules() {
        return Arrays.stream(RuleSet.values())
                .filter(set -> nameOf(set).equals(rules))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException("--rules \"%s\": expected strict, vrsbench or aerial-d".formatted(rules)));
    }

    private static String nameOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ExistingOutput existing() {
        if (resume && overwrite) {
            throw new UsageException("--resume and --overwrite exclude each other: go on, or start anew.");
        }
        return resume ? ExistingOutput.RESUME : overwrite ? ExistingOutput.REPLACE : ExistingOutput.REFUSE;
    }

    private BuildPlan plan() {
        PatchRules vrsBench = PatchRules.vrsBench();
        if (sentencesPerPatch < 1 || mostObjects < 1 || threads < 0) {
            throw new UsageException("--sentences-per-patch %d, --most-objects %d, --threads %d: expected 1 or more"
                    .formatted(sentencesPerPatch, mostObjects, threads));
        }
        if (overlap < 0 || overlap >= vrsBench.sidePixels()) {
            throw new UsageException(
                    "--overlap %d: expected 0 to %d pixels".formatted(overlap, vrsBench.sidePixels() - 1));
        }
        return new BuildPlan(
                seed,
                new SentencePlan(rules, sentencesPerPatch, shares()),
                new PatchRules(vrsBench.sidePixels(), overlap, mostObjects),
                gaps(),
                new MaskChoice(masks, maskModels),
                onError,
                threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
    }

    private SentenceShares shares() {
        SentenceShares risBench = SentenceShares.risBench();
        return everyObject ? risBench.forEveryObject() : risBench;
    }

    private SourceGaps gaps() {
        if (border < 0) {
            throw new UsageException("--border %d: expected 0 pixels or more".formatted(border));
        }
        List<ObjectCategory> classes = new ArrayList<>();
        for (String name : leaveOut) {
            classes.add(CategoryMention.named(name)
                    .orElseThrow(() -> new UsageException(
                            "--leave-out \"%s\": no such class. Expected one of the 26, such as ship or \"storage tank\"."
                                    .formatted(name))));
        }
        return new SourceGaps(border, classes);
    }

    private SceneSplit split(AnnotatedSource scenes) {
        return splitFile
                .map(file -> SceneSplit.of(scenes.sceneIds(), ImageSplit.read(file)))
                .orElseGet(() -> SceneSplit.of(scenes.sceneIds(), SplitShares.parse(splits), seed));
    }

    /** Options as they stand in the card; none where nothing is left out. */
    private String leavingOut() {
        String classes =
                gaps().classes().stream().map(ObjectCategory::canonicalName).collect(Collectors.joining(","));
        return (everyObject ? " --every-object" : "")
                + (border > 0 ? " --border " + border : "")
                + (classes.isEmpty() ? "" : " --leave-out \"%s\"".formatted(classes));
    }

    private CardOrigin origin(AnnotatedSource scenes, BuildOutcome outcome) {
        Map<String, Integer> leftOut = new TreeMap<>(outcome.skips());
        leftOut.putAll(outcome.refusals());
        if (!outcome.failures().isEmpty()) {
            leftOut.put("image that cannot be used", outcome.failures().size());
        }
        String again =
                "crobim dataset build --source %s --seed %d --rules %s --masks %s %s --sentences-per-patch %d --most-objects %d --overlap %d%s"
                        .formatted(
                                nameOf(source),
                                seed,
                                rules,
                                masks,
                                splitFile
                                        .map(file -> "--split-file " + file.getFileName())
                                        .orElse("--splits " + splits),
                                sentencesPerPatch,
                                mostObjects,
                                overlap,
                                leavingOut());
        return new CardOrigin(
                String.valueOf(out.toAbsolutePath().normalize().getFileName()),
                scenes.name(),
                scenes.licence(),
                seed,
                rules,
                again,
                BuildVersion.text(),
                leftOut);
    }
}
