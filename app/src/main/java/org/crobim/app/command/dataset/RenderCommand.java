package org.crobim.app.command.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crobim.app.console.BuildVersion;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.progress.Progress;
import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.build.BuildInput;
import org.crobim.data.build.BuildOutcome;
import org.crobim.data.build.BuildPlan;
import org.crobim.data.build.DatasetBuilder;
import org.crobim.data.build.ExistingOutput;
import org.crobim.data.build.MaskChoice;
import org.crobim.data.build.PatchRules;
import org.crobim.data.build.SceneSplit;
import org.crobim.data.build.ShapeMasks;
import org.crobim.data.build.SourceGaps;
import org.crobim.data.build.SplitShares;
import org.crobim.data.card.CardOrigin;
import org.crobim.data.card.DatasetCard;
import org.crobim.data.card.DatasetFigures;
import org.crobim.data.mix.BenchmarkSentences;
import org.crobim.data.mix.SentencePlan;
import org.crobim.data.mix.SentenceShares;
import org.crobim.data.render.SceneSpec;
import org.crobim.data.render.dataset.HeldOutCompositions;
import org.crobim.data.render.dataset.RenderedScenes;
import org.crobim.language.benchmark.BenchmarkOptions;
import org.crobim.language.benchmark.BenchmarkStratum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws a referring data set. */
@Command(
        name = "render",
        description = {
            "Draws a data set: top-view scenes with all 26 classes of RISBench, exact masks, sentences that name one object.",
            "",
            "Writes the layout of RISBench with samples.jsonl and a card, as \"dataset build\" does. The folder \"heldout\" in it"
                    + " holds a test split of its own scenes, all of whose sentences join a class or attribute with a relation that no"
                    + " sentence of the other splits joins. The files depend on the options alone, not on the threads."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim dataset render --out drawn --count 1000 --seed 1",
            "  crobim dataset render --out drawn --count 1000 --seed 1 --strata 0.4,0.5,0.1 --held-out 0",
            "",
            "Exit codes: 0 done, 2 usage or existing output, 3 nothing could be said, 7 output cannot be written,",
            "130 interrupted (go on with --resume), 143 terminated."
        })
public final class RenderCommand implements Callable<Integer> {
    private static final String HELD_OUT = "heldout";
    private static final int LEAST_SIDE = 64;
    private static final int MOST_SIDE = 4096;
    /** Fewer scenes might hold no such sentence at all. */
    private static final int FEWEST_HELD_OUT = 12;

    private static final List<BenchmarkStratum> STRATA =
            List.of(BenchmarkStratum.IMAGE_RELATIVE, BenchmarkStratum.OBJECT_RELATIVE, BenchmarkStratum.ATTRIBUTE_ONLY);

    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the new data set.")
    private Path out;

    @Option(
            names = "--count",
            required = true,
            paramLabel = "N",
            description =
                    "Scenes drawn for train, val and test; one in which nothing can be said that the shares ask for is left out.")
    private int count;

    @Option(
            names = "--seed",
            required = true,
            paramLabel = "N",
            description = "Decides everything; the same seed gives the same files.")
    private long seed;

    @Option(
            names = "--size",
            defaultValue = "512",
            paramLabel = "PIXELS",
            description = "Side of the images; default: ${DEFAULT-VALUE}.")
    private int size;

    @Option(
            names = "--expressions",
            defaultValue = "5",
            paramLabel = "K",
            description = "Most sentences about one scene; default: ${DEFAULT-VALUE}.")
    private int expressions;

    @Option(
            names = "--splits",
            defaultValue = "0.7,0.1,0.2",
            paramLabel = "SHARES",
            description = "Shares of the scenes for train, val and test; default: ${DEFAULT-VALUE}.")
    private String splits;

    @Option(
            names = "--strata",
            defaultValue = "0.711,0.244,0.045",
            paramLabel = "SHARES",
            description =
                    "Shares of sentences: by place in the image, by other objects, by attributes alone; default: ${DEFAULT-VALUE}, as RISBench.")
    private String strata;

    @Option(
            names = "--held-out",
            paramLabel = "N",
            description =
                    "Further scenes for held-out compositions, 0 for none; default: as many as for test, at least 12.")
    private Optional<Integer> heldOut;

    @Option(
            names = "--most-objects",
            defaultValue = "40",
            paramLabel = "N",
            description = "Fuller scenes are drawn again, or left out; default: ${DEFAULT-VALUE}.")
    private int mostObjects;

    @Option(
            names = "--threads",
            defaultValue = "0",
            paramLabel = "N",
            description = "Scenes worked on at the same time; default: one for each core.")
    private int threads;

    @Option(names = "--resume", description = "Go on with a set that was interrupted in that folder.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Replace a former data set in that folder.")
    private boolean overwrite;

    /**
     * The object that {@code --json} prints.
     *
     * @param folder of the data set
     * @param figures what train, val and test hold
     * @param heldOutSamples sentences with held-out compositions
     * @param skips scenes and sentences left out of train, val and test, by reason
     */
    record Result(String folder, DatasetFigures figures, int heldOutSamples, Map<String, Integer> skips) {}

    @Override
    public Integer call() {
        Console console = options.console(command);
        check();
        SplitShares splitShares = SplitShares.parse(splits);
        SentenceShares shares = sentenceShares();
        int heldOutScenes =
                heldOut.orElseGet(() -> Math.max(FEWEST_HELD_OUT, (int) Math.round(splitShares.test() * count)));
        int heldOutSamples;
        BuildOutcome outcome;
        try (Progress progress = console.progress(Clock.systemUTC())) {
            heldOutSamples = heldOutScenes == 0 ? 0 : renderHeldOut(heldOutScenes, progress);
            RenderedScenes scenes = scenes("scene-", 0, count);
            BenchmarkSentences sentences = new BenchmarkSentences(
                    BenchmarkOptions.standard(), description -> !HeldOutCompositions.isHeldOut(description));
            SceneSplit split = SceneSplit.of(scenes.sceneIds(), splitShares, seed);
            outcome = build(new BuildInput(scenes, split, sentences, new ShapeMasks(), plan(shares)), out, progress);
        }
        FigureTable.lines(outcome.figures()).forEach(console::line);
        if (heldOutSamples > 0) {
            console.line("held-out compositions: %d samples in %s".formatted(heldOutSamples, out.resolve(HELD_OUT)));
        }
        console.note("card: " + out.resolve("card.md"));
        console.object(new Result(out.toString(), outcome.figures(), heldOutSamples, outcome.skips()));
        return ExitCode.DONE.value();
    }

    private void check() {
        if (resume && overwrite) {
            throw new UsageException("--resume and --overwrite exclude each other: go on, or start anew.");
        }
        if (count < 1 || expressions < 1 || mostObjects < 1 || threads < 0 || heldOut.orElse(0) < 0) {
            throw new UsageException(
                    "--count %d, --expressions %d, --most-objects %d, --threads %d, --held-out %d: expected 1 or more (threads and held-out: 0 or more)"
                            .formatted(count, expressions, mostObjects, threads, heldOut.orElse(0)));
        }
        if (size < LEAST_SIDE || size > MOST_SIDE) {
            throw new UsageException("--size %d: expected %d to %d pixels".formatted(size, LEAST_SIDE, MOST_SIDE));
        }
    }

    /** Its scenes come after those of the other splits, so none is seen twice; builds nothing if a resumed one is complete. */
    private int renderHeldOut(int scenes, Progress progress) {
        Path folder = out.resolve(HELD_OUT);
        Path phrases = folder.resolve("output_phrase_test.txt");
        if (resume && Files.exists(folder.resolve("card.json"))) {
            requireSameCommand(folder.resolve("card.json"));
            return countLines(phrases);
        }
        RenderedScenes source = scenes("heldout-", count, scenes);
        BenchmarkSentences sentences =
                new BenchmarkSentences(BenchmarkOptions.standard(), HeldOutCompositions::isHeldOut);
        SceneSplit split = SceneSplit.allTest(source.sceneIds());
        return build(
                        new BuildInput(source, split, sentences, new ShapeMasks(), plan(relationsOnly())),
                        folder,
                        progress)
                .figures()
                .samples();
    }

    private void requireSameCommand(Path card) {
        try {
            if (!Files.readString(card).contains('"' + again() + '"')) {
                throw new UsageException(
                        "%s: was drawn with other options. Resume with the same ones, or start anew with --overwrite."
                                .formatted(card));
            }
        } catch (IOException e) {
            throw new OutputException("%s: cannot be read (%s)".formatted(card, e.getMessage()), e);
        }
    }

    private static int countLines(Path list) {
        try {
            return Files.readAllLines(list).size();
        } catch (IOException e) {
            throw new OutputException("%s: cannot be read (%s)".formatted(list, e.getMessage()), e);
        }
    }

    private BuildOutcome build(BuildInput input, Path folder, Progress progress) {
        ExistingOutput existing =
                resume ? ExistingOutput.RESUME : overwrite ? ExistingOutput.REPLACE : ExistingOutput.REFUSE;
        BuildOutcome outcome = new DatasetBuilder(input).build(folder, existing, progress);
        String name = String.valueOf(out.toAbsolutePath().normalize().getFileName());
        CardOrigin origin = new CardOrigin(
                folder.equals(out) ? name : name + " " + HELD_OUT,
                input.source().name(),
                input.source().licence(),
                seed,
                input.plan().sentences().rules(),
                again(),
                BuildVersion.text(),
                outcome.skips());
        new DatasetCard(origin, outcome.figures()).write(folder);
        return outcome;
    }

    private RenderedScenes scenes(String prefix, int first, int scenes) {
        // The journal of a build knows the source by its name: all that decides the sentences must be in it.
        return new RenderedScenes(
                SceneSpec.risBench(size),
                new RenderedScenes.Plan(
                        "drawn scenes (strata %s)".formatted(strata), prefix, first, scenes, mostObjects, seed));
    }

    private BuildPlan plan(SentenceShares shares) {
        return new BuildPlan(
                seed,
                new SentencePlan("strict", expressions, shares),
                new PatchRules(size, 0, mostObjects),
                SourceGaps.NONE,
                MaskChoice.SHAPE,
                ErrorPolicy.FAIL,
                threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
    }

    /** Compositions are rare enough: every object that has one is described. */
    private static SentenceShares relationsOnly() {
        return SentenceShares.risBench()
                .withStrata(Map.of(BenchmarkStratum.OBJECT_RELATIVE, 1.0))
                .forEveryObject();
    }

    private SentenceShares sentenceShares() {
        String[] shares = strata.split(",", -1);
        Map<BenchmarkStratum, Double> byStratum = new EnumMap<>(BenchmarkStratum.class);
        try {
            for (int i = 0; i < STRATA.size(); i++) {
                byStratum.put(STRATA.get(i), Double.parseDouble(shares[i].strip()));
            }
            if (shares.length > STRATA.size()) {
                throw new IllegalArgumentException("too many shares");
            }
            return SentenceShares.risBench().withStrata(byStratum);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new UsageException(
                    "--strata \"%s\": expected three shares that add up to 1, such as 0.711,0.244,0.045"
                            .formatted(strata),
                    e);
        }
    }

    /** The command that draws the same set, without paths. */
    private String again() {
        return "crobim dataset render --count %d --seed %d --size %d --expressions %d --splits %s --strata %s%s --most-objects %d"
                .formatted(
                        count,
                        seed,
                        size,
                        expressions,
                        splits,
                        strata,
                        heldOut.map(scenes -> String.format(Locale.ROOT, " --held-out %d", scenes))
                                .orElse(""),
                        mostObjects);
    }
}
