package org.crobim.data.vrsbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crobim.core.error.InputException;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.AnnotatedSource;
import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.annotated.ObjectShape.OrientedBox;
import org.crobim.data.annotated.RefusalLog;
import org.crobim.data.source.AnnotatedFormat;
import org.crobim.language.ObjectCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VrsBenchTest {
    private static final String SHIP = """
            {"obj_id": 0, "referring_sentence": " The ship at the top. ", "obj_cls": "ship", "is_unique": true,
             "obj_corner": [0.25, 0.125, 0.5, 0.125, 0.5, 0.25, 0.25, 0.25], "obj_coord": [0.25, 0.125, 0.5, 0.25]}""";

    @TempDir
    private Path folder;

    private final RefusalLog skipped = new RefusalLog(ErrorPolicy.SKIP);

    @Test
    void boxesAreSharesOfTheImageFileAndSentencesAreKept() throws IOException {
        write("P0003_0002", SHIP, box(1, "small-vehicle", "0.5, 0.5, 0.75, 0.5, 0.75, 0.75, 0.5, 0.75"));
        ImageFiles.writePng(folder.resolve("P0003_0002.png"), new RgbImage(200, 100, new byte[3 * 200 * 100]));

        VrsBenchSource source = VrsBenchSource.open(folder, folder);
        AnnotatedScene scene = source.scene("P0003_0002", skipped);

        assertThat(source.sceneIds()).containsExactly("P0003_0002");
        assertThat(scene.width()).isEqualTo(200);
        assertThat(scene.height()).isEqualTo(100);
        assertThat(scene.image()).isEqualTo(folder.resolve("P0003_0002.png"));
        assertThat(scene.objects())
                .extracting(AnnotatedObject::category)
                .containsExactly(ObjectCategory.SHIP, ObjectCategory.VEHICLE);
        assertThat(scene.objects().get(1).sourceClass()).isEqualTo("small-vehicle");
        assertThat(scene.objects().get(0).shape())
                .isInstanceOfSatisfying(
                        OrientedBox.class,
                        box -> assertThat(box.corners()).containsExactly(50, 12.5, 100, 12.5, 100, 25, 50, 25));
        assertThat(source.sentences("P0003_0002")).isEqualTo(Map.of(0, "The ship at the top."));
        assertThat(skipped.refusals()).isEmpty();
    }

    @Test
    void imagesAndAnnotationsMayLieInFoldersOfTheirOwn() throws IOException {
        Path images = Files.createDirectory(folder.resolve("Images_val"));
        Path annotations = Files.createDirectory(folder.resolve("Annotations_val"));
        write("P1", SHIP);
        Files.move(folder.resolve("P1.json"), annotations.resolve("P1.json"));
        ImageFiles.writePng(images.resolve("P1.png"), new RgbImage(20, 10, new byte[600]));

        AnnotatedSource source = AnnotatedFormat.VRSBENCH.open(images, annotations);

        assertThat(source.sceneIds()).containsExactly("P1");
        AnnotatedScene scene = source.scene("P1", skipped);
        assertThat(scene.image()).isEqualTo(images.resolve("P1.png"));
        assertThat(scene.width()).isEqualTo(20);
    }

    @Test
    void withoutItsImageAPatchHasTheSizeToWhichAllAreCut() throws IOException {
        write("00011_0003", SHIP);
        AnnotatedScene scene = VrsBenchSource.open(folder, folder).scene("00011_0003", skipped);
        assertThat(scene.width()).isEqualTo(512);
        assertThat(scene.objects().get(0).shape().box()).isEqualTo(new Box(128, 64, 256, 128));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zeppelin | 0.1, 0.1, 0.2, 0.1, 0.2, 0.2, 0.1, 0.2 | the class is none",
                "ship | 0.1, 0.1, 0.2, 0.1, 0.2, 0.1, 0.1, 0.1 | no area",
                "ship | 1.1, 0.1, 1.2, 0.1, 1.2, 0.2, 1.1, 0.2 | outside of the image",
                "ship | 51, 64, 102, 64, 102, 128, 51, 128 | no shares",
            })
    void anObjectThatCannotBeUsedIsListedWithItsLineOrEndsTheReading(String name, String corners, String reason)
            throws IOException {
        write("P1", SHIP, box(1, name, corners), box(0, "ship", "0.1, 0.1, 0.2, 0.1, 0.2, 0.2, 0.1, 0.2"));
        VrsBenchSource source = VrsBenchSource.open(folder, folder);

        assertThat(source.scene("P1", skipped).objects()).hasSize(1);

        assertThat(skipped.refusals()).hasSize(2);
        assertThat(skipped.refusals().get(0).message())
                .contains("P1.json line 4", "object 1 (%s)".formatted(name), reason);
        assertThat(skipped.refusals().get(1).reason()).contains("id is taken");
        assertThatThrownBy(() -> source.scene("P1", new RefusalLog(ErrorPolicy.FAIL)))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(reason, "--on-error skip");
    }

    @Test
    void aDamagedFileOrAMissingOneIsNamed() throws IOException {
        assertThatThrownBy(() -> VrsBenchSource.open(folder, folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Download Annotations_train.zip");
        write("P1", "{\"obj_id\": 0, \"obj_cls\": \"ship\", \"obj_corner\": [1, 2]}");
        Files.writeString(folder.resolve("P2.json"), "{\"objects\": []}");
        Files.writeString(folder.resolve("P3.json"), "{\"image\": \"P3.png\", \"objects\": [{");
        Files.writeString(folder.resolve("P4.json"), "{\"image\": \"../P4.png\", \"objects\": []}");
        VrsBenchSource source = VrsBenchSource.open(folder, folder);
        assertThatThrownBy(() -> source.scene("P1", skipped))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 2: objects[0] has \"obj_corner\" that is no list of 8 numbers");
        assertThatThrownBy(() -> source.scene("P2", skipped))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("names no \"image\"");
        assertThatThrownBy(() -> source.scene("P3", skipped))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("P3.json is not valid JSON", "line: 1");
        assertThatThrownBy(() -> source.scene("P4", skipped))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("expected the name of a file");
    }

    @Test
    void theFirstPublishedQuestionIsRead() throws IOException {
        Path file = folder.resolve("VRSBench_EVAL_referring.json");
        Files.writeString(file, """
                [{"image_id": "P0003_0002.png", "question": "The large yellow vehicle situated closest to the green area.",
                  "ground_truth": "{<25><40><33><60>}", "question_id": 0, "type": "ref", "unique": false,
                  "obj_corner": [0.333984375, 0.58984375, 0.287109375, 0.603515625, 0.255859375, 0.416015625, 0.2890625, 0.400390625],
                  "obj_cls": "vehicle", "obj_ids": [0], "size_group": ""},
                 {"image_id": "P0003_0002.png", "type": "vqa"}]
                """);

        List<VrsBenchQuestion> questions = VrsBenchQuestions.read(file);

        assertThat(questions).hasSize(1);
        VrsBenchQuestion first = questions.get(0);
        assertThat(first.imageFileName()).isEqualTo("P0003_0002.png");
        assertThat(first.sentence()).startsWith("The large yellow vehicle");
        assertThat(first.boxPercent()).isEqualTo(new Box(25, 40, 33, 60));
        assertThat(first.corners()[0]).isEqualTo(0.333984375, within(0.0));
        assertThat(first.objectIds()).containsExactly(0L);
        assertThat(first.unique()).isFalse();
    }

    @Test
    void aQuestionWithADamagedBoxIsReportedWithItsLine() throws IOException {
        Path file = folder.resolve("questions.json");
        Files.writeString(
                file,
                "[\n{\"question_id\": 1, \"image_id\": \"a.png\", \"question\": \"A ship\", \"ground_truth\": \"{<50><0><40><1>}\"}]");
        assertThatThrownBy(() -> VrsBenchQuestions.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("questions.json line 2", "x1 <= x2");
        assertThatThrownBy(() -> VrsBenchQuestions.read(folder.resolve("none.json")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Download");
    }

    private void write(String id, String... objects) throws IOException {
        Files.writeString(
                folder.resolve(id + ".json"),
                "{\"caption\": \"A patch.\", \"image\": \"%s.png\", \"objects\": [\n%s],\n\"qa_pairs\": []}"
                        .formatted(id, String.join(",\n", objects)));
    }

    private static String box(int id, String name, String corners) {
        return "{\"obj_id\": %d, \"obj_cls\": \"%s\", \"obj_corner\": [%s]}".formatted(id, name, corners);
    }
}
