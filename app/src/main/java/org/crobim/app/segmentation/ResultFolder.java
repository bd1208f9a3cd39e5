package org.crobim.app.segmentation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.crobim.app.console.JsonText;
import org.crobim.app.output.StagedFolder;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.Overlay;
import org.crobim.core.image.OverlayStyle;
import org.crobim.core.image.RgbImage;
import org.crobim.predict.Segmentation;

/** The files of one run of {@code segment}: a mask and a picture for each expression, and results.json. */
public final class ResultFolder {
    /** The list of the results; written last. */
    public static final String RESULTS = "results.json";

    /** All files that a run of {@code segment} may leave, on images and on scenes: each run replaces those of either. */
    public static final Pattern OWN_NAMES = Pattern.compile("results\\.json|\\d+\\.((mask|overlay)\\.png"
            + "|(mask|probability)\\.tif|geojson|pixel\\.geojson|gpkg|fgb|coco\\.json)");

    private final StagedFolder folder;
    private final List<ExpressionResult> results = new ArrayList<>();

    /**
     * @param folder stays the caller's
     */
    public ResultFolder(StagedFolder folder) {
        this.folder = folder;
    }

    /**
     * Checks the folder before any work.
     *
     * @param folder made if it does not exist
     * @param overwrite whether former results may be replaced
     * @throws UsageException if results exist and may not be replaced
     * @throws OutputException if the folder is a file, or nothing can be written
     */
    public static StagedFolder prepare(Path folder, boolean overwrite) {
        return StagedFolder.prepare(folder, OWN_NAMES, overwrite);
    }

    /** Makes the files of the next expression, numbered from 0. */
    public void add(RgbImage image, Segmentation segmentation) {
        ExpressionResult result = ExpressionResult.of(results.size(), segmentation);
        folder.write(result.mask(), ImageFiles.encodePng(segmentation.mask()));
        RgbImage overlay = Overlay.paint(image, segmentation.mask(), OverlayStyle.MAGENTA);
        folder.write(result.overlay(), ImageFiles.encodePng(overlay));
        results.add(result);
    }

    /** Moves everything into place, results.json last: where it stands, the pictures are complete. */
    public List<ExpressionResult> publish() {
        folder.write(RESULTS, (JsonText.of(results) + "\n").getBytes(StandardCharsets.UTF_8));
        folder.publish();
        return List.copyOf(results);
    }
}
