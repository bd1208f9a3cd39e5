package org.crobim.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.app.console.WeightsOption;
import org.crobim.app.demo.DemoAnswer;
import org.crobim.app.demo.DemoGallery;
import org.crobim.app.demo.DemoScene;
import org.crobim.app.demo.DemoScenes;
import org.crobim.app.demo.DemoTable;
import org.crobim.core.error.ExitCode;
import org.crobim.predict.Segmenter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows on scenes drawn by the project itself what the network can do. */
@Command(
        name = "demo",
        description = {
            "Segments scenes that the project draws itself and compares with the truth.",
            "",
            "Each scene is asked three sentences that name an object and one that names nothing. No scene was seen in"
                    + " training; the usual ones were chosen because the shipped weights answer them rightly. Writes the scenes, mask and picture of each answer, and index.png with all of them."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim demo",
            "  crobim demo --seed 7 --out other-scenes",
            "",
            "Exit codes: 0 done, 2 existing output, 4 weights do not fit, 7 output cannot be written."
        })
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Mixin
    private EngineOptions engine;

    @Mixin
    private WeightsOption weights;

    @Option(
            names = "--out",
            defaultValue = "demo-out",
            paramLabel = "DIR",
            description = "Folder of the pictures; default: demo-out in the current folder.")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Draw one scene of each theme from this seed; default: a fixed choice.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--overwrite", description = "Replace the pictures of a former demo in that folder.")
    private boolean overwrite;

    /**
     * The object that {@code --json} prints.
     *
     * @param folder where the pictures are
     * @param answers one entry a sentence
     */
    record Report(String folder, List<DemoAnswer> answers) {}

    @Override
    public Integer call() {
        Console console = options.console(command);
        try (DemoGallery gallery = DemoGallery.prepare(out, overwrite);
                Segmenter segmenter = Segmenter.load(weights.file(), engine.segmenterOptions())) {
            for (DemoScene scene : DemoScenes.render(seed)) {
                console.note("asking about a scene: " + scene.name());
                gallery.show(scene, segmenter);
            }
            List<DemoAnswer> answers = gallery.publish();
            DemoTable.lines(answers).forEach(console::line);
            console.line("All answers in one picture: " + out.resolve(DemoGallery.INDEX));
            console.object(new Report(out.toString(), answers));
        }
        return ExitCode.DONE.value();
    }
}
