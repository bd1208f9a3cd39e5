package org.crobim.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.app.console.WeightsOption;
import org.crobim.app.output.StagedFolder;
import org.crobim.app.scene.PlanReport;
import org.crobim.app.scene.SceneArguments;
import org.crobim.app.scene.SceneInput;
import org.crobim.app.scene.SceneResult;
import org.crobim.app.scene.SceneSearch;
import org.crobim.app.segmentation.ExpressionResult;
import org.crobim.app.segmentation.ResultFolder;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.UsageException;
import org.crobim.core.image.RgbImage;
import org.crobim.predict.EncodedImage;
import org.crobim.predict.Segmentation;
import org.crobim.predict.Segmenter;
import org.crobim.predict.WeightsFingerprint;
import org.crobim.predict.scene.NetworkTiles;
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
                Segmenter segmenter = Segmenter.load(weights.file(), engine.segmenterOptions())) {
            SceneSearch search = new SceneSearch(input, scene, tiles(segmenter));
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
                Segmenter segmenter = Segmenter.load(weights.file(), engine.segmenterOptions())) {
            warn(console, segmenter);
            boolean found = input.isPlainImage()
                    ? searchImage(console, segmenter, input.pixels(), staged)
                    : searchScene(console, new SceneSearch(input, scene, tiles(segmenter)), staged);
            return found || !failIfEmpty ? ExitCode.DONE.value() : ExitCode.NOTHING_MATCHED.value();
        }
    }

    private boolean searchImage(Console console, Segmenter segmenter, RgbImage pixels, StagedFolder staged) {
        try (ResultFolder folder = new ResultFolder(staged)) {
            answer(console, segmenter, pixels, folder);
            List<ExpressionResult> results = folder.publish();
            results.forEach(result -> console.line(line(result)));
            console.object(new Report(image.toString(), results));
            return results.stream().anyMatch(ExpressionResult::present);
        }
    }

    private boolean searchScene(Console console, SceneSearch search, StagedFolder staged) {
        List<SceneResult> results = search.run(expressions, out.orElseThrow(), staged, console);
        results.forEach(result -> console.line(line(result)));
        console.object(new Report(image.toString(), results));
        return results.stream().anyMatch(SceneResult::present);
    }

    private NetworkTiles tiles(Segmenter segmenter) {
        return new NetworkTiles(segmenter, WeightsFingerprint.of(weights.file()));
    }

    private void answer(Console console, Segmenter segmenter, RgbImage pixels, ResultFolder folder) {
        try (EncodedImage encoded = segmenter.encode(pixels)) {
            console.note("%s: %d x %d pixels, encoded in %.0f ms"
                    .formatted(image, encoded.width(), encoded.height(), encoded.milliseconds()));
            for (String expression : expressions) {
                // One by one, so that an answer does not depend on what else was asked.
                Segmentation segmentation = segmenter.segment(encoded, expression);
                folder.add(pixels, segmentation);
            }
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
        for (String expression : expressions) {
            segmenter
                    .warnings(expression)
                    .forEach(text -> console.warn("\"%s\": %s".formatted(shortened(expression), text)));
        }
    }

    private String line(ExpressionResult result) {
        String finding = result.present() ? "%d pixels".formatted(result.areaPixels()) : "nothing matches";
        return "%s: %s, presence %.2f, %s"
                .formatted(result.expression(), finding, result.presence(), place(result.overlay()));
    }

    private String line(SceneResult result) {
        String finding = result.present()
                ? "%d of %d objects, %d pixels".formatted(result.objects(), result.candidates(), result.areaPixels())
                : "nothing matches (%d candidates)".formatted(result.candidates());
        return "%s: %s, presence %.2f, frame %s, read %s, %s"
                .formatted(
                        result.expression(),
                        finding,
                        result.presence(),
                        result.frame(),
                        result.reading(),
                        place(result.overlay()));
    }

    private Path place(String name) {
        return out.map(folder -> folder.resolve(name)).orElse(Path.of(name));
    }

    private static String shortened(String expression) {
        int most = 60;
        return expression.length() <= most ? expression : expression.substring(0, most) + "...";
    }
}
