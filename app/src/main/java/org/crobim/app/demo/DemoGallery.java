package org.crobim.app.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.crobim.app.output.StagedFolder;
import org.crobim.core.image.ContactSheet;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.Overlay;
import org.crobim.core.image.OverlayStyle;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.predict.EncodedImage;
import org.crobim.predict.Segmentation;
import org.crobim.predict.Segmenter;

/** Asks all questions about all scenes and makes the pictures: each scene, mask and overlay of each answer, and one sheet with all. */
public final class DemoGallery implements AutoCloseable {
    /** The sheet with all answers. */
    public static final String INDEX = "index.png";

    private static final Pattern OWN_NAMES =
            Pattern.compile("index\\.png|\\d+-[a-z_]+(\\.\\d+\\.(mask|overlay))?\\.png");
    /** One column an expression. */
    private static final int COLUMNS = 4;

    private static final int THUMBNAIL_SIDE = 320;

    private final StagedFolder folder;
    private final List<ContactSheet.Entry> sheet = new ArrayList<>();
    private final List<DemoAnswer> answers = new ArrayList<>();
    private int scenes;

    private DemoGallery(StagedFolder folder) {
        this.folder = folder;
    }

    /** Checks the folder before any work; errors as {@link StagedFolder#prepare}. */
    public static DemoGallery prepare(Path folder, boolean overwrite) {
        return new DemoGallery(StagedFolder.prepare(folder, OWN_NAMES, overwrite));
    }

    /** Asks everything about a scene. */
    public void show(DemoScene scene, Segmenter segmenter) {
        String name = "%d-%s".formatted(scenes++, scene.name());
        folder.write(name + ".png", ImageFiles.encodePng(scene.image()));
        try (EncodedImage encoded = segmenter.encode(scene.image())) {
            for (int k = 0; k < scene.questions().size(); k++) {
                DemoScene.Question question = scene.questions().get(k);
                Segmentation found = segmenter.segment(encoded, question.expression());
                DemoAnswer answer = DemoAnswer.of(scene, question, found, "%s.%d".formatted(name, k));
                paint(scene.image(), found, answer);
                answers.add(answer);
            }
        }
    }

    private void paint(RgbImage image, Segmentation found, DemoAnswer answer) {
        folder.write(answer.mask(), ImageFiles.encodePng(found.mask()));
        RgbImage painted = Overlay.paint(image, found.mask(), OverlayStyle.MAGENTA);
        folder.write(answer.overlay(), ImageFiles.encodePng(painted));
        RgbImage thumbnail = Resampling.bilinear(painted, THUMBNAIL_SIDE, THUMBNAIL_SIDE);
        sheet.add(new ContactSheet.Entry(thumbnail, answer.caption()));
    }

    /** Moves everything into place, the sheet last. */
    public List<DemoAnswer> publish() {
        folder.write(INDEX, ImageFiles.encodePng(ContactSheet.arrange(sheet, COLUMNS)));
        folder.publish();
        return List.copyOf(answers);
    }

    /** Removes what was not published. */
    @Override
    public void close() {
        folder.close();
    }
}
