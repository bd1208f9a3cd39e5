package org.crobim.data.coco;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.language.ReferringExpression;
import org.crobim.language.SceneObject;
import org.crobim.language.SentenceSource;
import org.crobim.language.Stratum;

/** Two small images with ships and a harbor, written where a test wants them. */
final class SyntheticCoco {
    /** Names every object by its left edge; silent where nothing is visible. */
    static final SentenceSource LEFT_EDGES = (layout, count, random) -> {
        List<ReferringExpression> said = new ArrayList<>();
        for (SceneObject object :
                layout.objects().subList(0, Math.min(count, layout.objects().size()))) {
            said.add(new ReferringExpression(
                    "object at " + object.box().xMin(),
                    OptionalInt.of(object.id()),
                    object.category(),
                    Stratum.EXTREME));
        }
        return said;
    };

    static final String CATEGORIES = """
            [{"id": 2, "name": "ship"}, {"id": 8, "name": "Harbour"}, {"id": 9, "name": "sheep"}]""";

    private SyntheticCoco() {}

    /** Writes a.png and b.png (64 x 48, ships white on dark) and instances.json beside them. */
    static Path write(Path folder) throws IOException {
        int[][] ships = {{4, 10, 13, 17}, {40, 20, 55, 31}};
        ImageFiles.writePng(folder.resolve("a.png"), picture(ships));
        ImageFiles.writePng(folder.resolve("b.png"), picture(new int[][] {{20, 20, 39, 33}}));
        return file(folder, """
                {"id": 1, "image_id": 5, "category_id": 2, "iscrowd": 0, "area": 80, "segmentation": [[4,10,13,10,13,17,4,17]]},
                {"id": 2, "image_id": 5, "category_id": 2, "iscrowd": 0, "area": 192, "segmentation": [[40,20,40,31,55,31,55,20]]},
                {"id": 3, "image_id": 9, "category_id": 8, "iscrowd": 0, "area": 280, "segmentation": [[20,20,39,20,39,33,20,33]]}
                """);
    }

    /** Writes instances.json with two images (ids 5 and 9) and the given annotations. */
    static Path file(Path folder, String annotations) throws IOException {
        return Files.writeString(folder.resolve("instances.json"), """
                {"images": [{"id": 5, "file_name": "a.png", "width": 64, "height": 48},
                            {"id": 9, "file_name": "b.png", "width": 64, "height": 48}],
                 "categories": %s,
                 "annotations": [%s]}
                """.formatted(CATEGORIES, annotations));
    }

    private static RgbImage picture(int[][] boxes) {
        byte[] rgb = new byte[3 * 64 * 48];
        for (int[] box : boxes) {
            for (int y = box[1]; y <= box[3]; y++) {
                for (int i = 3 * (y * 64 + box[0]); i < 3 * (y * 64 + box[2] + 1); i++) {
                    rgb[i] = (byte) 255;
                }
            }
        }
        return new RgbImage(64, 48, rgb);
    }
}
