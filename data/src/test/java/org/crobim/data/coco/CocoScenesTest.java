package org.crobim.data.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assumptions;
import org.crobim.core.error.InputException;
import org.crobim.core.geometry.Box;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.AnnotatedSource;
import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.annotated.Refusal;
import org.crobim.data.annotated.RefusalLog;
import org.crobim.data.source.AnnotatedFormat;
import org.crobim.language.ObjectCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CocoScenesTest {
    private static final String SHIP = "\"category_id\": 2, \"segmentation\": [[4,10,13,10,13,17,4,17]]";

    @TempDir
    Path folder;

    private final RefusalLog refusals = new RefusalLog(ErrorPolicy.SKIP);

    @Test
    void outlinesRunAroundTheirPixelsAndClassesKeepTheirSpelling() throws IOException {
        AnnotatedSource source = AnnotatedFormat.COCO.open(folder, SyntheticCoco.write(folder));

        assertThat(source.sceneIds()).containsExactly("a.png", "b.png");
        AnnotatedScene scene = source.scene("b.png", refusals);
        assertThat(scene.image()).isEqualTo(folder.resolve("b.png"));
        AnnotatedObject harbor = scene.objects().get(0);
        assertThat(harbor.category()).isEqualTo(ObjectCategory.HARBOR);
        assertThat(harbor.sourceClass()).isEqualTo("Harbour");
        assertThat(harbor.shape().box()).isEqualTo(new Box(20, 20, 40, 34));
        assertThat(refusals.refusals()).isEmpty();
    }

    /** Columns 3 and 4, rows 10 to 12 of 64 x 48: 154 = 3 * 48 + 10; the string was worked out by hand. */
    @ParameterizedTest
    @ValueSource(strings = {"[154, 3, 45, 3, 2867]", "\"j43]10Vh2\""})
    void runLengthsAreReadAsNumbersAndAsText(String counts) throws IOException {
        AnnotatedScene scene = scene(runs("[48, 64]", counts));

        ObjectShape.Pixels shape = (ObjectShape.Pixels) scene.objects().get(0).shape();
        assertThat(shape.box()).isEqualTo(new Box(3, 10, 5, 13));
        assertThat(shape.patch().width()).isEqualTo(2);
        assertThat(shape.patch().height()).isEqualTo(3);
        assertThat(shape.patch().area()).isEqualTo(6);
    }

    @Test
    void whereAFileHasBoxesAloneObjectsAreBoxesAndMasksCanBeMadeFromThem() throws IOException {
        AnnotatedScene scene = scene(
                "\"category_id\": 2, \"bbox\": [4, 10.5, 10, 8]",
                "\"category_id\": 2, \"bbox\": [60, 40, 10, 20]",
                "\"category_id\": 2, \"bbox\": [70, 10, 10, 8]",
                "\"category_id\": 2, \"bbox\": [4, 10, 0, 8]",
                "\"category_id\": 2, \"bbox\": [4, 10, 8]",
                "\"category_id\": 2");

        assertThat(scene.objects())
                .extracting(AnnotatedObject::shape)
                .containsExactly(
                        new ObjectShape.UprightBox(new Box(4, 10.5, 14, 18.5)),
                        new ObjectShape.UprightBox(new Box(60, 40, 64, 48)));
        assertThat(refusals.countsByReason())
                .containsEntry("the bbox has no area inside the image", 2)
                .containsEntry("there is neither a segmentation nor a bbox [left, top, width, height]", 2);
    }

    @Test
    void whatCannotBeUsedIsRefusedWithItsLineAndTheRestGoesOn() throws IOException {
        AnnotatedScene scene = scene(
                SHIP,
                "\"category_id\": 9, \"segmentation\": [[1,1,4,1,4,5]]",
                runs("[64, 48]", "[3072]"),
                runs("[48, 64]", "[3072]"),
                runs("[48, 64]", "[3071]"),
                runs("[48, 64]", "[10, -1, 3063]"),
                runs("[48, 64]", "\"j4 ]\""),
                runs("[48]", "[3072]"),
                "\"category_id\": 2, \"segmentation\": null",
                "\"category_id\": 2, \"segmentation\": []",
                "\"category_id\": 2, \"segmentation\": [[5,5,5,5,5,5]]",
                "\"category_id\": 2, \"segmentation\": [[1,1,4,1,90,5]]",
                "\"category_id\": 2, \"iscrowd\": 1, \"segmentation\": [[1,1,4,1,4,5]]",
                SHIP);

        assertThat(scene.objects()).extracting(AnnotatedObject::id).containsExactly(0, 1);
        int first = refusals.refusals().get(0).line();
        assertThat(first).isPositive();
        assertThat(refusals.refusals())
                .extracting(Refusal::line)
                .containsExactlyElementsOf(
                        IntStream.range(first, first + 12).boxed().toList());
        assertThat(refusals.refusals()).extracting(Refusal::what).containsOnly("annotation 7");
        assertThat(refusals.countsByReason())
                .containsEntry("category \"sheep\" is none of the 26 classes", 1)
                .containsEntry("the run-length encoded segmentation has another size than its image", 1)
                .containsEntry("the run-length encoded segmentation sets no pixel", 1)
                .containsEntry("the run lengths are damaged or do not add up to the size", 3)
                .containsEntry("the run-length encoded segmentation has no size [height, width]", 2)
                .containsEntry("the segmentation is empty", 1)
                .containsEntry("the outline has no area", 1)
                .containsEntry("a vertex lies more than 2 pixels outside of the image", 1)
                .containsEntry("iscrowd is set: a group is no single object", 1);
    }

    @Test
    void theFirstUnusableAnnotationEndsTheReadingWhereThatIsWanted() throws IOException {
        Path json = SyntheticCoco.file(folder, annotation(runs("[48, 64]", "[1]")));

        assertThatThrownBy(() -> CocoScenes.open(folder, json).scene("a.png", new RefusalLog(ErrorPolicy.FAIL)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("instances.json line")
                .hasMessageContaining("annotation 7")
                .hasMessageContaining("--on-error skip");
    }

    @Test
    void annotationsMayStandBeforeTheImagesAndClassesTheyReferTo() throws IOException {
        Path json = Files.writeString(
                folder.resolve("turned.json"), """
                {"annotations": [%s], "info": {"annotations": [1, 2]},
                 "images": [{"id": 5, "file_name": "a.png", "width": 64, "height": 48}],
                 "categories": %s}
                """.formatted(annotation(SHIP), SyntheticCoco.CATEGORIES));

        assertThat(CocoScenes.open(folder, json).scene("a.png", refusals).objects())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 200, 400})
    void aFileThatIsCutOffIsNamed(int length) throws IOException {
        byte[] whole = Files.readAllBytes(SyntheticCoco.write(folder));
        Path cut = Files.write(folder.resolve("cut.json"), Arrays.copyOf(whole, length));

        assertThatThrownBy(() -> CocoScenes.open(folder, cut))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cut.json is not valid JSON")
                .hasMessageContaining("line");
    }

    @Test
    void anotherEncodingIsNamed() throws IOException {
        Path json = SyntheticCoco.write(folder);
        String text = Files.readString(json).replace("Harbour", "H\u00e4fen");
        Files.write(json, text.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> CocoScenes.open(folder, json))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aMissingFolderOfImagesIsNamedWithWhatToDownload() throws IOException {
        Path json = SyntheticCoco.write(folder);

        assertThatThrownBy(() -> CocoScenes.open(folder.resolve("none"), json))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Download the images");
    }

    @Test
    void theMaskedPartOfVhr10Has3178ObjectsIn520Scenes() {
        Path shared = Path.of(System.getProperty("crobim.shared", "../../shared"), "data", "nwpu-vhr10");
        Assumptions.assumeThat(shared)
                .as("needs nwpu-vhr10 under -Dcrobim.shared")
                .isDirectory();
        AnnotatedSource source = AnnotatedFormat.COCO.open(shared.resolve("images"), shared.resolve("instances.json"));

        List<AnnotatedScene> scenes = source.scenes(refusals).toList();

        assertThat(scenes).hasSize(520).allMatch(scene -> Files.isRegularFile(scene.image()));
        assertThat(scenes.stream().mapToInt(scene -> scene.objects().size()).sum())
                .isEqualTo(3178);
        assertThat(refusals.refusals()).isEmpty();
    }

    private AnnotatedScene scene(String... members) throws IOException {
        String annotations = String.join(
                ",\n", Arrays.stream(members).map(CocoScenesTest::annotation).toList());
        return CocoScenes.open(folder, SyntheticCoco.file(folder, annotations)).scene("a.png", refusals);
    }

    private static String runs(String size, String counts) {
        return "\"category_id\": 2, \"segmentation\": {\"size\": %s, \"counts\": %s}".formatted(size, counts);
    }

    private static String annotation(String members) {
        return "{\"id\": 7, \"image_id\": 5, %s}".formatted(members);
    }
}
