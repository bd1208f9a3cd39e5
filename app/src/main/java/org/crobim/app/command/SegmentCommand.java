package org.crobim.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.app.console.WeightsOption;
import org.crobim.app.segmentation.ExpressionResult;
import org.crobim.app.segmentation.ResultFolder;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.UsageException;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.predict.EncodedImage;
import org.crobim.predict.Segmentation;
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
            "Points out in an image what sentences name.",
            "",
            "For expression k, counted from 0, writes k.mask.png (0 or 255, the size of the image; all zero when nothing"
                    + " matches), k.overlay.png, and one results.json. The image is encoded once for all expressions."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim segment --image airport.jpg --expression \"the largest airplane\" --out found",
            "  crobim segment --image port.tif --expression \"the ship on the left\" \\",
            "                 --expression \"the harbor\" --out found --json",
            "",
            "Exit codes: 0 done (also when nothing matches), 2 usage or existing output, 3 unreadable image,",
            "4 weights do not fit, 7 output cannot be written."
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
            description = "PNG, JPEG, TIFF, BMP or GIF of any size.")
    private Path image;

    @Option(
            names = "--expression",
            required = true,
            paramLabel = "TEXT",
            description = "What to look for; may be given several times.")
    private List<String> expressions;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the results.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace former results in that folder.")
    private boolean overwrite;

    /**
     * The object that {@code --json} prints.
     *
     * @param image the file as named
     * @param results the content of results.json
     */
    record Report(String image, List<ExpressionResult> results) {}

    @Override
    public Integer call() {
        Console console = options.console(command);
        requireExpressions();
        try (ResultFolder folder = ResultFolder.prepare(out, overwrite)) {
            RgbImage pixels = ImageFiles.read(image);
            try (Segmenter segmenter = Segmenter.load(weights.file(), engine.segmenterOptions())) {
                warn(console, segmenter);
                answer(console, segmenter, pixels, folder);
            }
            List<ExpressionResult> results = folder.publish();
            results.forEach(result -> console.line(line(result)));
            console.object(new Report(image.toString(), results));
        }
        return ExitCode.DONE.value();
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
                .formatted(result.expression(), finding, result.presence(), out.resolve(result.overlay()));
    }

    private static String shortened(String expression) {
        int most = 60;
        return expression.length() <= most ? expression : expression.substring(0, most) + "...";
    }
}
