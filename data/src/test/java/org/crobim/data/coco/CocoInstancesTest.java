package org.crobim.data.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crobim.core.error.InputException;
import org.crobim.core.geometry.Box;
import org.crobim.data.ImageSplit;
import org.crobim.language.ObjectCategory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CocoInstancesTest {
    @TempDir
    private Path folder;

    @Test
    void objectsCarryTheirClassAndOutlineUnderTheirImage() throws IOException {
        CocoInstances read = CocoInstances.read(SyntheticCoco.write(folder));
        assertThat(read.categoryCounts()).isEqualTo(Map.of(ObjectCategory.SHIP, 2, ObjectCategory.HARBOR, 1));
        CocoImage first = read.images().get(0);
        assertThat(first.fileName()).isEqualTo("a.png");
        assertThat(first.objects().get(0).rings().get(0)).containsExactly(4, 10, 13, 10, 13, 17, 4, 17);
        assertThat(first.objects().get(0).box()).isEqualTo(new Box(4, 10, 14, 18));
    }

    @Test
    void aVertexJustOutsideIsMovedOntoTheBorderPixel() throws IOException {
        CocoInstances read = CocoInstances.read(
                SyntheticCoco.file(folder, annotation("\"category_id\": 2, \"segmentation\": [[60,1,64,1,64,5]]")));
        assertThat(read.images().get(0).objects().get(0).rings().get(0)).containsExactly(60, 1, 63, 1, 63, 5);
    }

    @Test
    void annotationsThatCannotBeUsedAreListedWithTheirReason() throws IOException {
        CocoInstances read = CocoInstances.read(SyntheticCoco.file(
                folder,
                String.join(
                        ",",
                        annotation("\"category_id\": 2, \"segmentation\": [[1,1,4,1,4,5]]"),
                        annotation("\"category_id\": 9, \"segmentation\": [[1,1,4,1,4,5]]"),
                        annotation("\"category_id\": 9, \"segmentation\": [[1,1,4,1,4,5]]"),
                        annotation("\"category_id\": 2, \"segmentation\": {\"size\": [2, 2], \"counts\": \"04\"}"),
                        annotation("\"category_id\": 2, \"segmentation\": [[1,1,4,1]]"),
                        annotation("\"category_id\": 2, \"segmentation\": [[1,1,4,1,90,5]]"),
                        annotation("\"category_id\": 2, \"bbox\": [1, 1, 4, 4]"),
                        annotation("\"category_id\": 2, \"segmentation\": [], \"iscrowd\": 1"))));
        assertThat(read.objectCount()).isEqualTo(1);
        assertThat(read.refusalCounts())
                .containsEntry("category \"sheep\" is none of the 26 classes", 2)
                .containsEntry("the segmentation is run-length encoded, only polygons are read", 1)
                .containsEntry("there is no segmentation, only polygons are read", 1)
                .containsEntry("a ring has fewer than 3 vertices", 1)
                .containsEntry("a vertex lies more than 2 pixels outside of the image", 1)
                .containsEntry("iscrowd is set: a group is no single object", 1);
    }

    @Test
    void aFaultOfTheFileNamesItsPlace() throws IOException {
        Path json =
                SyntheticCoco.file(folder, "{\"id\": 7, \"image_id\": 6, \"category_id\": 2, \"segmentation\": []}");
        assertThatThrownBy(() -> CocoInstances.read(json))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("annotations[0]")
                .hasMessageContaining("image 6");
        Path keyless = SyntheticCoco.file(folder, "{\"image_id\": 5, \"category_id\": 2}");
        assertThatThrownBy(() -> CocoInstances.read(keyless)).hasMessageContaining("annotations[0] has no \"id\"");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"images\": [");
        assertThatThrownBy(() -> CocoInstances.read(broken)).hasMessageContaining("not valid JSON");
        assertThatThrownBy(() -> CocoInstances.read(folder.resolve("none.json")))
                .hasMessageContaining("does not exist");
    }

    @Test
    void aSplitNamesImagesOfTheFileOnly() throws IOException {
        CocoInstances read = CocoInstances.read(SyntheticCoco.write(folder));
        assertThat(read.named(List.of("b.png", "a.png")))
                .extracting(CocoImage::fileName)
                .containsExactly("b.png", "a.png");
        assertThatThrownBy(() -> read.named(List.of("c.png")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("c.png");
    }

    @Test
    void theMaskedPartOfVhr10Has3178ObjectsOfTenClasses() {
        Path json = Path.of(System.getProperty("crobim.shared", "../../shared"), "data/nwpu-vhr10/instances.json");
        Assumptions.assumeTrue(Files.isRegularFile(json), "needs nwpu-vhr10 under -Dcrobim.shared");
        CocoInstances read = CocoInstances.read(json);
        assertThat(read.images()).hasSize(520);
        assertThat(read.objectCount()).isEqualTo(3178);
        assertThat(read.categoryCounts()).hasSize(10).containsEntry(ObjectCategory.STORAGE_TANK, 624);
        assertThat(read.refusals()).isEmpty();
        ImageSplit split = ImageSplit.read(Path.of("../configs/vhr10-split.json"));
        List<String> names = read.images().stream().map(CocoImage::fileName).toList();
        assertThat(ImageSplit.of(names, 1, new ImageSplit.Counts(400, 60, 60))).isEqualTo(split);
    }

    private static String annotation(String members) {
        return "{\"id\": 7, \"image_id\": 5, %s}".formatted(members);
    }
}
