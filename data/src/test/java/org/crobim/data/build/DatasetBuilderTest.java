package org.crobim.data.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.crobim.core.error.InputException;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.core.progress.Progress;
import org.crobim.data.ReferringSample;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.card.DatasetFigures;
import org.crobim.data.mask.MaskSource;
import org.crobim.data.mix.BenchmarkSentences;
import org.crobim.data.mix.PatchSentences;
import org.crobim.data.mix.SentencePlan;
import org.crobim.data.mix.SentenceShares;
import org.crobim.data.risbench.RisBenchDataset;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.crobim.language.benchmark.BenchmarkOptions;
import org.crobim.language.benchmark.BenchmarkStratum;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetBuilderTest {
    private static final SplitShares SHARES = new SplitShares(0.5, 0.25, 0.25);
    private static final SentencePlan THREE =
            new SentencePlan("strict", 3, SentenceShares.risBench().forEveryObject());

    @TempDir
    private Path folder;

    private DrawnSource source;

    @BeforeEach
    void draw() throws IOException {
        source = DrawnSource.of(Files.createDirectory(folder.resolve("images")), 8);
    }

    @Test
    void theFilesAreTheSameWhateverTheNumberOfThreads() throws IOException {
        build("one", plan(1, ErrorPolicy.FAIL));
        build("three", plan(3, ErrorPolicy.FAIL));

        assertThat(contents("three")).isEqualTo(contents("one"));
    }

    @Test
    void anotherSeedGivesOtherSentences() throws IOException {
        build("one", plan(2, ErrorPolicy.FAIL));
        BuildPlan other =
                new BuildPlan(8, THREE, PatchRules.vrsBench(), SourceGaps.NONE, MaskChoice.SHAPE, ErrorPolicy.FAIL, 2);
        build("two", other);

        assertThat(Files.readString(folder.resolve("two/samples.jsonl")))
                .isNotEqualTo(Files.readString(folder.resolve("one/samples.jsonl")));
    }

    @Test
    void anInterruptedAndResumedBuildEqualsAnUninterruptedOne() throws IOException {
        build("whole", plan(2, ErrorPolicy.FAIL));
        BuildInput failing = input(plan(2, ErrorPolicy.FAIL), sentences(), failingAfter(6));
        Path out = folder.resolve("resumed");
        assertThatThrownBy(() -> new DatasetBuilder(failing).build(out, ExistingOutput.REFUSE, Progress.silent()))
                .isInstanceOf(OutputException.class);
        assertThat(out.resolve("samples.jsonl")).doesNotExist();

        new DatasetBuilder(input(plan(1, ErrorPolicy.FAIL), sentences(), new ShapeMasks()))
                .build(out, ExistingOutput.RESUME, Progress.silent());

        assertThat(contents("resumed")).isEqualTo(contents("whole"));
    }

    @Test
    void aBegunBuildIsNeitherMixedWithAnotherPlanNorDroppedUnasked() {
        Path out = folder.resolve("begun");
        BuildInput failing = input(plan(1, ErrorPolicy.FAIL), sentences(), failingAfter(1));
        assertThatThrownBy(() -> new DatasetBuilder(failing).build(out, ExistingOutput.REFUSE, Progress.silent()))
                .isInstanceOf(OutputException.class);

        BuildPlan other =
                new BuildPlan(8, THREE, PatchRules.vrsBench(), SourceGaps.NONE, MaskChoice.SHAPE, ErrorPolicy.FAIL, 1);
        DatasetBuilder another = new DatasetBuilder(input(other, sentences(), new ShapeMasks()));
        assertThatThrownBy(() -> another.build(out, ExistingOutput.RESUME, Progress.silent()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("seed 7", "seed 8");
        assertThatThrownBy(() -> another.build(out, ExistingOutput.REFUSE, Progress.silent()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--resume");
    }

    @Test
    void aBegunBuildIsNotMixedWithMasksOfAnotherSource() {
        Path out = folder.resolve("begun");
        BuildInput failing = input(plan(1, ErrorPolicy.FAIL), sentences(), failingAfter(1));
        assertThatThrownBy(() -> new DatasetBuilder(failing).build(out, ExistingOutput.REFUSE, Progress.silent()))
                .isInstanceOf(OutputException.class);

        MaskChoice grabCut = new MaskChoice("grabcut", Optional.empty());
        DatasetBuilder another = new DatasetBuilder(input(masked(grabCut), sentences(), new ShapeMasks()));
        assertThatThrownBy(() -> another.build(out, ExistingOutput.RESUME, Progress.silent()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("name=shape", "name=grabcut");
    }

    @Test
    void everyLineTellsHowItsMaskWasMade() throws IOException {
        build("outlines", masked(MaskChoice.SHAPE));
        build("cut", masked(new MaskChoice("grabcut", Optional.empty())));

        assertThat(lines("outlines"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("maskOrigin").asText()).isEqualTo("outline"));
        assertThat(lines("cut"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("maskOrigin").asText()).isEqualTo("grabcut"));
        double[] around = {0, 0, 4, 0, 4, 4, 0, 4};
        assertThat(MaskChoice.SHAPE.origin(new ObjectShape.OrientedBox(around))).isEqualTo("oriented box");
        assertThat(MaskChoice.SHAPE.origin(new ObjectShape.UprightBox(new Box(0, 0, 4, 4))))
                .isEqualTo("box");
    }

    private static BuildPlan masked(MaskChoice masks) {
        return new BuildPlan(7, THREE, PatchRules.vrsBench(), SourceGaps.NONE, masks, ErrorPolicy.FAIL, 1);
    }

    @Test
    void aFormerDataSetIsReplacedWholeAndOnlyWhenAskedFor() throws IOException {
        build("out", plan(1, ErrorPolicy.FAIL));
        Files.writeString(folder.resolve("out/notes.txt"), "mine");
        Map<String, String> former = contents("out");

        assertThatThrownBy(() -> build("out", plan(1, ErrorPolicy.FAIL)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--overwrite");
        DatasetBuilder builder = new DatasetBuilder(input(plan(1, ErrorPolicy.FAIL), sentences(), new ShapeMasks()));
        builder.build(folder.resolve("out"), ExistingOutput.REPLACE, Progress.silent());

        assertThat(contents("out")).isEqualTo(former);
    }

    @Test
    void noSourceImageIsInTwoSplits() throws IOException {
        build("out", plan(1, ErrorPolicy.FAIL));

        Map<String, Set<String>> splitsOfScene = new HashMap<>();
        for (JsonNode line : lines("out")) {
            splitsOfScene
                    .computeIfAbsent(line.at("/source/scene").asText(), scene -> new HashSet<>())
                    .add(line.path("split").asText());
        }
        assertThat(splitsOfScene.values())
                .allSatisfy(splits -> assertThat(splits).hasSize(1));
        assertThat(splitsOfScene.values().stream().flatMap(Set::stream)).contains("train", "val", "test");
    }

    @Test
    void anObjectThatSeveralPatchesShowIsDescribedOnce() throws IOException {
        build("out", plan(1, ErrorPolicy.FAIL));

        List<String> targets = new ArrayList<>();
        for (JsonNode line : lines("out")) {
            targets.add(line.at("/source/scene").asText() + line.at("/source/object"));
        }
        assertThat(targets).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }

    @Test
    void theResultIsReadAsRisBenchAndItsMasksLieWhereTheLinesSay() throws IOException {
        build("out", plan(1, ErrorPolicy.FAIL));
        Map<String, JsonNode> byId = new HashMap<>();
        lines("out").forEach(line -> byId.put(line.path("id").asText(), line));

        for (String split : List.of("train", "val", "test")) {
            RisBenchDataset dataset = RisBenchDataset.open(folder.resolve("out"), split);
            for (ReferringSample sample : dataset.samples()) {
                JsonNode line = Objects.requireNonNull(byId.remove(sample.id()), sample.id());
                Mask mask = dataset.readMask(sample);
                assertThat(sample.text()).isEqualTo(line.path("sentence").asText());
                assertThat(mask.area()).isEqualTo(line.path("areaPixels").asLong());
                assertThat(dataset.readImage(sample).width()).isEqualTo(512);
            }
        }
        assertThat(byId).isEmpty();
    }

    @Test
    void whatMayNotBeNamedIsStillSeenAsRival() {
        AnnotatedObject whole = DrawnSource.rectangle(1, ObjectCategory.SHIP, 100, 100, 40, 20);
        AnnotatedObject difficult = new AnnotatedObject(
                2,
                ObjectCategory.SHIP,
                "ship",
                DrawnSource.rectangle(2, ObjectCategory.SHIP, 200, 300, 40, 20).shape(),
                true);
        AnnotatedObject tiny = DrawnSource.rectangle(3, ObjectCategory.SHIP, 300, 300, 5, 5);
        DrawnSource one = new DrawnSource();
        Path image = folder.resolve("images/scene00.png");
        one.add("scene", image, List.of(whole, difficult, tiny));
        List<SceneLayout> layouts = Collections.synchronizedList(new ArrayList<>());
        List<Set<Integer>> targets = Collections.synchronizedList(new ArrayList<>());
        PatchSentences listening = (layout, named, random) -> {
            layouts.add(layout);
            targets.add(named);
            return sentences().about(layout, named, random);
        };
        SceneSplit split = SceneSplit.of(one.sceneIds(), new SplitShares(1, 0, 0), 1);
        BuildInput input = new BuildInput(one, split, listening, new ShapeMasks(), plan(1, ErrorPolicy.FAIL));
        try {
            new DatasetBuilder(input).build(folder.resolve("out"), ExistingOutput.REFUSE, Progress.silent());
        } catch (InputException nothingToSay) {
            assertThat(nothingToSay).hasMessageContaining("nothing could be said");
        }

        assertThat(targets).containsExactly(Set.of(1));
        assertThat(layouts.get(0).objects()).extracting(SceneObject::id).containsExactly(1, 2, 3);
    }

    @Test
    void anImageThatCannotBeUsedIsLeftOutOnlyWhereThatWasAskedFor() throws IOException {
        Path damaged = folder.resolve("images/damaged.png");
        Files.writeString(damaged, "no picture");
        source.add("damaged", damaged, List.of(DrawnSource.rectangle(1, ObjectCategory.SHIP, 200, 100, 40, 20)));
        Path small = folder.resolve("images/small.png");
        ImageFiles.writePng(small, new RgbImage(30, 30, new byte[2700]));
        source.add("small", small, List.of(DrawnSource.rectangle(1, ObjectCategory.SHIP, 200, 100, 40, 20)));

        assertThatThrownBy(() -> build("strict", plan(1, ErrorPolicy.FAIL)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("damaged.png");
        BuildOutcome outcome = build("lenient", plan(1, ErrorPolicy.SKIP));

        assertThat(outcome.isIncomplete()).isTrue();
        assertThat(outcome.failures()).containsOnlyKeys("damaged", "small");
        assertThat(outcome.failures().get("small")).contains("30 x 30", "700 x 560");
    }

    @Test
    void whatTheSourceAnnotatesInPartIsNeitherNamedNorMentioned() throws IOException {
        SourceGaps gaps = new SourceGaps(20, List.of(ObjectCategory.SHIP));
        BuildPlan plan = new BuildPlan(7, THREE, PatchRules.vrsBench(), gaps, MaskChoice.SHAPE, ErrorPolicy.FAIL, 1);

        build("out", plan);

        assertThat(lines("out")).isNotEmpty().allSatisfy(line -> {
            assertThat(line.path("sentence").asText()).doesNotContain("ship", "boat", "vessel");
            assertThat(line.at("/source/patchBox/0").asInt()).isGreaterThanOrEqualTo(20);
            assertThat(line.at("/source/patchBox/2").asInt()).isLessThanOrEqualTo(DrawnSource.WIDTH - 20);
        });
    }

    @Test
    void aLargeVehicleIsNotCalledACar() {
        AnnotatedObject lorry = new AnnotatedObject(
                1,
                ObjectCategory.VEHICLE,
                "large-vehicle",
                DrawnSource.rectangle(1, ObjectCategory.VEHICLE, 200, 100, 40, 20)
                        .shape(),
                false);
        DrawnSource one = new DrawnSource();
        one.add("scene", folder.resolve("images/scene00.png"), List.of(lorry));
        PatchSentences calling = (layout, named, random) ->
                List.of(new PatchSentences.Sentence("the only car", 1, BenchmarkStratum.ATTRIBUTE_ONLY, Map.of()));
        SceneSplit split = SceneSplit.of(one.sceneIds(), new SplitShares(1, 0, 0), 1);
        BuildInput input = new BuildInput(one, split, calling, new ShapeMasks(), plan(1, ErrorPolicy.FAIL));

        assertThatThrownBy(() -> new DatasetBuilder(input)
                        .build(folder.resolve("out"), ExistingOutput.REFUSE, Progress.silent()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("too narrow for the class");
    }

    @Test
    void aCrowdedPatchIsLeftOutAndCounted() {
        List<AnnotatedObject> crowd = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            crowd.add(DrawnSource.rectangle(i, ObjectCategory.VEHICLE, 200 + 20 * i, 200, 10, 10));
        }
        source.add("crowd", folder.resolve("images/scene00.png"), crowd);

        BuildOutcome outcome = build("out", plan(1, ErrorPolicy.FAIL));

        assertThat(outcome.skips()).containsKey("patch with more than 10 objects");
        assertThat(outcome.isIncomplete()).isFalse();
    }

    @Test
    void theWholeSetHasTheSharesThatWereAskedForAndEveryObjectWhereThatWasAsked() throws IOException {
        source = DrawnSource.of(Files.createDirectory(folder.resolve("more")), 16);

        BuildOutcome outcome = build("chosen", sharing(SentenceShares.risBench()));
        BuildOutcome every = build("all", sharing(SentenceShares.risBench().forEveryObject()));

        DatasetFigures figures = outcome.figures();
        assertThat(figures.samples()).isGreaterThan(50);
        assertThat(outcome.skips().get("object beyond the shares of sentences"))
                .isPositive()
                .isEqualTo(every.figures().samples() - figures.samples());
        assertThat(percent(figures.strata().getOrDefault("image relative", 0), figures))
                .isCloseTo(71.1, within(4.0));
        assertThat(percent(figures.strata().getOrDefault("object relative", 0), figures))
                .isCloseTo(24.4, within(4.0));
        assertThat(percent(figures.tags().superlative(), figures)).isCloseTo(15.0, within(4.0));
        assertThat(percent(figures.tags().compositional(), figures)).isCloseTo(24.7, within(4.0));
    }

    private static BuildPlan sharing(SentenceShares shares) {
        SentencePlan five = new SentencePlan("strict", 5, shares);
        return new BuildPlan(7, five, PatchRules.vrsBench(), SourceGaps.NONE, MaskChoice.SHAPE, ErrorPolicy.FAIL, 2);
    }

    private static double percent(int part, DatasetFigures figures) {
        return 100.0 * part / figures.samples();
    }

    private BuildOutcome build(String out, BuildPlan plan) {
        return new DatasetBuilder(input(plan, sentences(), new ShapeMasks()))
                .build(folder.resolve(out), ExistingOutput.REFUSE, Progress.silent());
    }

    private BuildInput input(BuildPlan plan, PatchSentences sentences, MaskSource masks) {
        return new BuildInput(source, SceneSplit.of(source.sceneIds(), SHARES, 1), sentences, masks, plan);
    }

    private static BuildPlan plan(int threads, ErrorPolicy onError) {
        return new BuildPlan(7, THREE, PatchRules.vrsBench(), SourceGaps.NONE, MaskChoice.SHAPE, onError, threads);
    }

    private static PatchSentences sentences() {
        return new BenchmarkSentences(BenchmarkOptions.standard());
    }

    private static MaskSource failingAfter(int masks) {
        AtomicInteger left = new AtomicInteger(masks);
        MaskSource whole = new ShapeMasks();
        return (patch, object) -> {
            if (left.decrementAndGet() < 0) {
                throw new OutputException("the power is cut");
            }
            return whole.mask(patch, object);
        };
    }

    private List<JsonNode> lines(String out) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(out).resolve("samples.jsonl"))) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    /** Path to content, one character a byte. */
    private Map<String, String> contents(String out) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(out))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.resolve(out).relativize(file).toString(),
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
