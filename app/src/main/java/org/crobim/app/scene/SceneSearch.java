package org.crobim.app.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.crobim.app.console.Console;
import org.crobim.app.console.JsonText;
import org.crobim.app.output.StagedFolder;
import org.crobim.app.segmentation.ResultFolder;
import org.crobim.core.error.OutputException;
import org.crobim.core.progress.Progress;
import org.crobim.geo.raster.RasterInfo;
import org.crobim.geo.tile.ResourceEstimate;
import org.crobim.geo.tile.TilePlan;
import org.crobim.predict.scene.SceneAnswer;
import org.crobim.predict.scene.SceneOptions;
import org.crobim.predict.scene.SceneRun;
import org.crobim.predict.scene.SceneSegmenter;
import org.crobim.predict.scene.SceneSegmenter.Request;
import org.crobim.predict.scene.SceneTiming;
import org.crobim.predict.scene.TileSegmenter;

/** Asks a scene and writes what was found. */
public final class SceneSearch {
    /** Folder of the temporary files, inside that of the results. */
    private static final String WORK = ".crobim-work";

    private final SceneInput input;
    private final SceneArguments arguments;
    private final TileSegmenter network;
    private final SceneOptions options;

    /**
     * @param input stays the caller's, as the network does
     */
    public SceneSearch(SceneInput input, SceneArguments arguments, TileSegmenter network) {
        this.input = input;
        this.arguments = arguments;
        this.network = network;
        this.options = input.options(network.inputSidePixels());
    }

    /** What a run would take. */
    public PlanReport plan(String image, List<String> expressions) {
        SceneSegmenter segmenter = new SceneSegmenter(network, options);
        RasterInfo info = input.frame().info();
        TilePlan plan = segmenter.plan(info);
        ResourceEstimate estimate = segmenter.estimate(input.frame(), expressions);
        return new PlanReport(
                image,
                options.frame().word(),
                info.width(),
                info.height(),
                plan.size().sidePixels(),
                plan.size().overlapPixels(),
                estimate.tiles(),
                estimate.tilesWithData(),
                List.copyOf(segmenter.phrases(info, expressions)),
                PlanReport.megabytes(estimate.scratchBytes()),
                PlanReport.megabytes(estimate.heapBytes()),
                estimate.seconds(),
                estimate.secondsPerFurtherPhrase(),
                network.encodesImageOnce());
    }

    /**
     * Answers expressions and publishes the files.
     *
     * @param target where the results go; temporary files stay there when the run fails, for --resume
     * @param progress of the tiles; stays the caller's
     */
    public List<SceneResult> run(
            List<String> expressions, ImageSearch.Target target, Console console, Progress progress) {
        input.frame().remarks().forEach(console::note);
        Path work = target.folder().resolve(WORK);
        StagedFolder folder = target.staged();
        if (!arguments.resume()) {
            remove(work);
        }
        List<SceneResult> results = search(expressions, new ImageSearch.Target(work, folder), console, progress);
        folder.write(ResultFolder.RESULTS, (JsonText.of(results) + "\n").getBytes(StandardCharsets.UTF_8));
        folder.publish();
        remove(work);
        return results;
    }

    private List<SceneResult> search(
            List<String> expressions, ImageSearch.Target target, Console console, Progress progress) {
        SceneSegmenter segmenter = new SceneSegmenter(network, options);
        SceneFiles files = new SceneFiles(input.frame(), arguments, network.identity());
        Request request = new Request(input.frame(), input.identity(), expressions);
        List<SceneResult> results = new ArrayList<>();
        try (SceneRun run = segmenter.answer(request, target.folder(), progress)) {
            List<List<String>> names = new ArrayList<>();
            for (SceneAnswer answer : run.answers()) {
                answer.notes().forEach(note -> console.warn("\"%s\": %s".formatted(answer.expression(), note)));
                names.add(files.write(names.size(), answer, target.staged()));
            }
            SceneTiming timing = run.timing();
            double each = 1000 * timing.totalSeconds() / expressions.size();
            for (int k = 0; k < names.size(); k++) {
                SceneAnswer answer = run.answers().get(k);
                results.add(SceneResult.of(answer, options.frame(), network.identity(), names.get(k), each));
            }
            console.note("%d tiles in %.1f s, %.2f a second; the network itself took %.1f s of it (%.0f %%)"
                    .formatted(
                            timing.tiles(),
                            timing.totalSeconds(),
                            timing.tilesPerSecond(),
                            timing.networkSeconds(),
                            100 * timing.networkShare()));
        }
        return results;
    }

    private static void remove(Path work) {
        if (!Files.exists(work)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(work)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new OutputException(
                    "%s: temporary files of a former run cannot be removed (%s). Remove them by hand."
                            .formatted(work, e.getMessage()),
                    e);
        }
    }
}
