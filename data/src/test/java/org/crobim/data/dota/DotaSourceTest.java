package org.crobim.data.dota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assumptions;
import org.crobim.core.error.InputException;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.annotated.RefusalLog;
import org.crobim.language.ObjectCategory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotaSourceTest {
    private static final String SHIP = "10 10 20 10 20 15 10 15 ship 0";

    @TempDir
    Path folder;

    private final RefusalLog refusals = new RefusalLog(ErrorPolicy.SKIP);
    private Path images = Path.of("");
    private Path labels = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        images = Files.createDirectories(folder.resolve("images"));
        labels = Files.createDirectories(folder.resolve("labelTxt"));
        ImageFiles.writePng(images.resolve("P1.png"), new RgbImage(40, 30, new byte[3 * 40 * 30]));
    }

    @Test
    void headersLineEndsAndKindsOfNumbersMayBeMixed() throws IOException {
        AnnotatedScene scene = scene("imagesource:GoogleEarth\r\ngsd:0.5\r\n" + SHIP + "\r\n"
                + "1.5 1.0 5 1 5 4.25 1.5 4.0 small-vehicle 1\n\n30 20 35 20 35 25 30 25 baseball-diamond");

        assertThat(scene.groundSampleDistanceMetres()).hasValue(0.5);
        assertThat(scene.width()).isEqualTo(40);
        assertThat(scene.objects())
                .extracting(AnnotatedObject::category)
                .containsExactly(ObjectCategory.SHIP, ObjectCategory.VEHICLE, ObjectCategory.BASEBALL_DIAMOND);
        assertThat(scene.objects()).extracting(AnnotatedObject::difficult).containsExactly(false, true, false);
        assertThat(scene.objects().get(1).sourceClass()).isEqualTo("small-vehicle");
        assertThat(((ObjectShape.OrientedBox) scene.objects().get(1).shape()).corners())
                .containsExactly(1.5, 1, 5, 1, 5, 4.25, 1.5, 4);
        assertThat(refusals.refusals()).isEmpty();
    }

    @Test
    void aDistanceThatNoCameraHasIsUnknown() throws IOException {
        for (String distance : new String[] {"2.68e-06", "null", "NaN", "1e9", ""}) {
            assertThat(scene("gsd:%s\n%s".formatted(distance, SHIP)).groundSampleDistanceMetres())
                    .as(distance)
                    .isEmpty();
        }
    }

    @Test
    void unusableLinesAreRefusedWithTheirNumberAndTheRestGoesOn() throws IOException {
        AnnotatedScene scene = scene(SHIP + "\n1 2 3 ship 0\n1 1 x 1 2 2 1 2 ship 0\n1 1 2 1 2 2 1 2 dragon 0\n"
                + "5 5 5 5 5 5 5 5 ship 0\n100 100 120 100 120 120 100 120 ship 0\n1 1 NaN 1 2 2 1 2 ship 0\n");

        assertThat(scene.objects()).hasSize(1);
        assertThat(refusals.refusals()).extracting(refusal -> refusal.line()).containsExactly(2, 3, 4, 5, 7, 0);
        assertThat(refusals.countsByReason().keySet())
                .anyMatch(reason -> reason.contains("dragon"))
                .anyMatch(reason -> reason.contains("no area"))
                .anyMatch(reason -> reason.contains("outside of its image"));
    }

    @Test
    void theFirstUnusableLineEndsTheReadingWhereThatIsWanted() throws IOException {
        Files.writeString(labels.resolve("P1.txt"), SHIP + "\nnonsense");

        assertThatThrownBy(() -> DotaSource.open(images, labels).scene("P1", new RefusalLog(ErrorPolicy.FAIL)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("P1.txt line 2")
                .hasMessageContaining("--on-error skip");
    }

    @Test
    void anotherEncodingIsNamedWithItsLine() throws IOException {
        Files.write(labels.resolve("P1.txt"), (SHIP + "\n# größe").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> DotaSource.open(images, labels).scene("P1", refusals))
                .hasMessageContaining("P1.txt line 2 is not UTF-8");
    }

    @Test
    void whatIsMissingIsNamedWithWhatToDownload() throws IOException {
        assertThatThrownBy(() -> DotaSource.open(images, folder.resolve("none")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Download DOTA's labelTxt");
        assertThatThrownBy(() -> DotaSource.open(images, labels)).hasMessageContaining("no label file");
        Files.writeString(labels.resolve("P2.txt"), SHIP);
        assertThatThrownBy(() -> DotaSource.open(folder.resolve("none"), labels))
                .hasMessageContaining("Download the images");
        assertThatThrownBy(() -> DotaSource.open(images, labels).scene("P2", refusals))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("P2.png");
    }

    @Test
    void thePublishedScenesHoldWhatTheirFilesCount() {
        Path shared = Path.of(System.getProperty("crobim.shared", "../../shared"), "data", "dota");
        Assumptions.assumeThat(shared).as("needs dota under -Dcrobim.shared").isDirectory();
        DotaSource source = DotaSource.open(shared.resolve("images"), shared.resolve("labelTxt"));
        Map<String, Integer> objects = new HashMap<>();
        Map<String, Integer> difficult = new HashMap<>();

        source.scenes(refusals).forEach(scene -> {
            objects.put(scene.id(), scene.objects().size());
            difficult.put(scene.id(), (int)
                    scene.objects().stream().filter(AnnotatedObject::difficult).count());
        });

        assertThat(refusals.refusals()).isEmpty();
        assertThat(objects).isEqualTo(Map.of("P0003", 55, "P0004", 107, "P0075", 2, "P0168", 36, "P1088", 34));
        assertThat(difficult).isEqualTo(Map.of("P0003", 13, "P0004", 34, "P0075", 0, "P0168", 0, "P1088", 0));
        assertThat(source.scene("P0168", refusals).groundSampleDistanceMetres()).isEmpty();
    }

    private AnnotatedScene scene(String text) throws IOException {
        Files.writeString(labels.resolve("P1.txt"), text);
        return DotaSource.open(images, labels).scene("P1", refusals);
    }
}
