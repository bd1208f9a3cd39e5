package org.crobim.app.scene;

import java.nio.file.Path;
import java.util.List;
import org.crobim.app.console.Console;
import org.crobim.app.output.StagedFolder;
import org.crobim.app.segmentation.ResultFolder;
import org.crobim.app.segmentation.SearchResult;
import org.crobim.core.image.RgbImage;
import org.crobim.core.progress.Progress;
import org.crobim.predict.EncodedImage;
import org.crobim.predict.Segmentation;
import org.crobim.predict.Segmenter;
import org.crobim.predict.scene.TileSegmenter;

/** Asks one image or scene, whichever it is, and writes what was found. */
public final class ImageSearch {
    private final Segmenter segmenter;
    private final TileSegmenter tiles;
    private final SceneArguments arguments;

    /**
     * @param segmenter for plain images
     * @param tiles the same network for scenes
     */
    public ImageSearch(Segmenter segmenter, TileSegmenter tiles, SceneArguments arguments) {
        this.segmenter = segmenter;
        this.tiles = tiles;
        this.arguments = arguments;
    }

    /**
     * Where results go.
     *
     * @param folder where they will stand, or, inside a search, that of its temporary files
     * @param staged where they are made; stays the caller's
     */
    public record Target(Path folder, StagedFolder staged) {}

    /** Answers expressions and publishes the files; nothing is published when it fails. */
    public List<? extends SearchResult> run(
            SceneInput input, List<String> expressions, Target target, Console console, Progress progress) {
        return input.isPlainImage()
                ? searchImage(input.pixels(), expressions, target.staged(), console)
                : new SceneSearch(input, arguments, tiles).run(expressions, target, console, progress);
    }

    private List<? extends SearchResult> searchImage(
            RgbImage pixels, List<String> expressions, StagedFolder staged, Console console) {
        ResultFolder folder = new ResultFolder(staged);
        try (EncodedImage encoded = segmenter.encode(pixels)) {
            console.note("%d x %d pixels, encoded in %.0f ms"
                    .formatted(encoded.width(), encoded.height(), encoded.milliseconds()));
            for (String expression : expressions) {
                // One by one, so that an answer does not depend on what else was asked.
                Segmentation segmentation = segmenter.segment(encoded, expression);
                folder.add(pixels, segmentation);
            }
        }
        return folder.publish();
    }
}
