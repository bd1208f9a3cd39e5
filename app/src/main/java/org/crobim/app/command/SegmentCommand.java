package org.crobim.app.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.app.console.WeightsOption;
import org.crobim.app.output.StagedFolder;
import org.crobim.app.scene.ImageSearch;
import org.crobim.app.scene.PlanReport;
import org.crobim.app.scene.SceneArguments;
import org.crobim.app.scene.SceneInput;
import org.crobim.app.scene.SceneNetwork;
import org.crobim.app.scene.SceneResult;
import org.crobim.app.scene.SceneSearch;
import org.crobim.app.segmentation.ExpressionResult;
import org.crobim.app.segmentation.ResultFolder;
import org.crobim.app.segmentation.SearchResult;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.UsageException;
import org.crobim.core.progress.Progress;
import org.crobim.predict.Segmenter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds in one image what sentences name. */
@Command(
        name = "segment",
        description = {
            "Points out in an image or a scene what sentences name.",
            "",
            "For expression k, counted from 0, writes k.mask.png (0 or 255, the size of the image; all zero when nothing"
                    + " matches), k.overlay.png, and one results.json. The image is encoded once for all expressions.",
            "",
            "Scenes (whatever lies on the ground, has more than four megapixels, or is asked with an option of scenes) are searched by"
                    + " tiles and get vector files too. A sentence about a scene is split: what it names is"
                    + " searched on every tile, where it lies is decided over the whole frame. Sentences that cannot be split"
                    + " are read on the shrunken frame first, and the output says so."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim segment --image airport.jpg --expression \"the largest airplane\" --out found",
            "  crobim segment --image port.tif --expression \"the ship on the left\" \\",
            "                 --expression \"the harbor\" --out found --json",
            "  crobim segment --image city.tif --expression \"the largest stadium\" --dry-run",
            "  crobim segment --image city.tif --expression \"the vehicle nearest to the bridge\" --out found",
            "  crobim segment --image city.tif --bbox 500000,4000000,501000,4001000 --expression ship --out found",
            "",
            "Exit codes: 0 done (also when nothing matches), 2 usage or existing output, 3 unreadable image,",
            "4 weights do not fit, 6 nothing matches (with --fail-if-empty), 7 output cannot be written."
        })
final class SegmentCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Mixin
    private EngineOptions engine;

    @Mixin
    private WeightsOption weights;

    @Option(
            names = "--image",
            required = true,
            paramLabel = "FILE",
            description = "PNG, JPEG, TIFF, BMP or GIF, or a GeoTIFF of any size.")
    private Path image;

    @Option(
            names = "--expression",
            required = true,
            paramLabel = "TEXT",
            description = "What to look for; may be given several times.")
    private List<String> expressions;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the results; needed unless --dry-run is given.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--overwrite", description = "Replace former results in that folder.")
    private boolean overwrite;

    @Option(names = "--fail-if-empty", description = "Exit with 6 when no expression matches anything.")
    private boolean failIfEmpty;

    @Mixin
    private SceneArguments scene;

    /**
     * The object that {@code --json} prints.
     *
     * @param image the file as named
     * @param results the content of results.json: {@link ExpressionResult}s, for scenes {@link SceneResult}s
     */
    record Report(String image, List<?> results) {}

    @Override
    public Integer call() {
        Console console = options.console(command);
        requireExpressions();
        scene.check();
        return scene.dryRun() ? plan(console) : search(console);
    }

    private int plan(Console console) {
        try (SceneInput input = SceneInput.open(image, scene);
                Segmenter segmenter = Segmenter.load(weights.file(), engine.segmenterOptions());
                SceneNetwork network = new SceneNetwork(segmenter, weights.file(), scene, console)) {
            SceneSearch search = new SceneSearch(input, scene, network.tiles());
            PlanReport plan = search.plan(image.toString(), expressions);
            plan.lines().forEach(console::line);
            console.object(plan);
        }
        return ExitCode.DONE.value();
    }

    private int search(Console console) {
        Path folder = out.orElseThrow(() ->
                new UsageException("--out is missing: name the folder of the results. See \"crobim segment --help\"."));
        try (StagedFolder staged = ResultFolder.prepare(folder, overwrite);
                SceneInput input = SceneInput.open(image, scene);
                Segmenter segmenter = Segmenter.load(weights.file(), engine.segmenterOptions());
                SceneNetwork network = new SceneNetwork(segmenter, weights.file(), scene, console);
                Progress progress = console.progress(Clock.systemUTC())) {
            warn(console, segmenter);
            ImageSearch search = new ImageSearch(segmenter, network.tiles(), scene);
            List<? extends SearchResult> results =
                    search.run(input, expressions, new ImageSearch.Target(folder, staged), console, progress);
            results.forEach(result -> console.line(result.line(folder)));
            console.object(new Report(image.toString(), results));
            boolean found = results.stream().anyMatch(SearchResult::present);
            return found || !failIfEmpty ? ExitCode.DONE.value() : ExitCode.NOTHING_MATCHED.value();
        }
    }

    private void requireExpressions() {
        for (int k = 0; k < expressions.size(); k++) {
            if (expressions.get(k).isBlank()) {
                throw new UsageException(
                        "--expression number %d is empty. Say what to look for, such as \"the largest ship\"."
                                .formatted(k));
            }
        }
    }

    private void warn(Console console, Segmenter segmenter) {
        if (expressions.size() > 1 && !segmenter.model().network().encodesImageOnce()) {
            console.note("%s hears the words inside its image encoder: each expression costs as much as the first"
                    .formatted(segmenter.model().configuration().preset()));
        }
        for (String expression : expressions) {
            segmenter
                    .warnings(expression)
                    .forEach(text -> console.warn("\"%s\": %s".formatted(shortened(expression), text)));
        }
    }

    private static String shortened(String expression) {
        int most = 60;
        return expression.length() <= most ? expression : expression.substring(0, most) + "...";
    }
}
