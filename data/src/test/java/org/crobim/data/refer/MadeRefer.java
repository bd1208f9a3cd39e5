package org.crobim.data.refer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.core.mask.RunLength;

/** Writes small files in REFER layout. */
public final class MadeRefer {
    private final StringBuilder references = new StringBuilder("(l");
    private final StringBuilder annotations = new StringBuilder();

    /** One reference as a dict in a pickle of protocol 0. */
    public MadeRefer reference(long id, String fileName, String split, int categoryId, String... rawAndSent) {
        references.append("(d").append(integer("ref_id", id)).append(integer("ann_id", id));
        references.append(integer("image_id", id)).append(integer("category_id", categoryId));
        references.append(text("file_name", fileName)).append(text("split", split));
        references.append("S'sentences'\n(l");
        for (int i = 0; i < rawAndSent.length; i += 2) {
            references.append("(d").append(integer("sent_id", id)).append(text("raw", rawAndSent[i]));
            references.append(text("sent", rawAndSent[i + 1])).append('a');
        }
        references.append("sa");
        return this;
    }

    /** One annotation with a list of compressed run lengths under the misspelt class key. */
    public MadeRefer annotation(long id, int categoryId, Mask... parts) {
        List<String> runs = List.of(parts).stream()
                .map(part -> "{\"size\": [%d, %d], \"counts\": \"%s\"}"
                        .formatted(
                                part.height(),
                                part.width(),
                                RunLength.encode(part).toCompressedString().replace("\\", "\\\\")))
                .toList();
        return annotation(
                "{\"id\": %d, \"image_id\": %d, \"categories_id\": %d, \"bbox\": [0, 0, 1, 1], \"segmentation\": [%s]}"
                        .formatted(id, id, categoryId, String.join(", ", runs)));
    }

    /** One annotation as it is. */
    public MadeRefer annotation(String json) {
        annotations.append(annotations.isEmpty() ? "" : ",\n").append(json);
        return this;
    }

    /** Writes both files into a folder. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("refs(unc).p"), references + ".");
        Files.writeString(folder.resolve("instances.json"), """
                {"info": {"year": 2023},
                 "images": [{"id": 1, "file_name": "00001.jpg", "width": 800, "height": 800}],
                 "annotations": [
                %s],
                 "categories": [{"supercategory": "dior", "id": 13, "name": "ship"}, {"id": 15, "name": "storagetank"}]}
                """.formatted(annotations));
    }

    /** Writes a black image. */
    public static void image(Path file, int width, int height) throws IOException {
        Files.createDirectories(file.getParent());
        ImageFiles.writePng(file, new RgbImage(width, height, new byte[3 * width * height]));
    }

    /** A mask with one rectangle set. */
    public static Mask rectangle(int side, int left, int top, int right, int bottom) {
        byte[] pixels = new byte[side * side];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                pixels[y * side + x] = 1;
            }
        }
        return Mask.of(side, side, pixels);
    }

    private static String integer(String key, long value) {
        return "S'%s'\nI%d\ns".formatted(key, value);
    }

    private static String text(String key, String value) {
        return "S'%s'\nS'%s'\ns".formatted(key, value);
    }
}
