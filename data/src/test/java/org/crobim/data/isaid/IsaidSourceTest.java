package org.crobim.data.isaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assumptions;
import org.crobim.core.error.InputException;
import org.crobim.core.geometry.Box;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsaidSourceTest {
    private static final int WIDTH = 6;
    private static final int HEIGHT = 4;

    @TempDir
    Path folder;

    private final RefusalLog refusals = new RefusalLog(ErrorPolicy.FAIL);
    private final byte[] numbers = new byte[3 * WIDTH * HEIGHT];
    private final byte[] colours = new byte[3 * WIDTH * HEIGHT];

    @BeforeEach
    void anImageThatNothingIsMarkedIn() {
        ImageFiles.writePng(folder.resolve("P1.png"), new RgbImage(WIDTH, HEIGHT, new byte[3 * WIDTH * HEIGHT]));
    }

    @Test
    void aNumberIsRedPlus256GreenPlus65536BlueAndAnInstanceMayHaveSeveralParts() throws IOException {
        mark(1, 1, 0x000003, 0x00003f);
        mark(4, 2, 0x000003, 0x00003f);
        mark(2, 1, 0x000100, 0x007fff);

        AnnotatedScene scene = scene();

        assertThat(scene.objects())
                .extracting(AnnotatedObject::category)
                .containsExactly(ObjectCategory.SHIP, ObjectCategory.AIRPLANE);
        ObjectShape.Pixels ship = (ObjectShape.Pixels) scene.objects().get(0).shape();
        assertThat(ship.box()).isEqualTo(new Box(1, 1, 5, 3));
        assertThat(ship.patch().area()).isEqualTo(2);
        assertThat(ship.patch().get(3, 1)).isTrue();
    }

    @Test
    void aColourOfNoClassIsAnErrorWithItsPlace() {
        mark(3, 2, 1, 0x123456);

        assertThatThrownBy(this::scene)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("#123456 at (3, 2)")
                .hasMessageContaining("instance_color");
    }

    @ParameterizedTest
    @CsvSource({"1, 123456", "0, 123456", "1, 000000"})
    void everyPixelIsLookedAtForColoursOfNoClass(int number, String colour) {
        mark(1, 1, 1, 0x00003f);
        mark(2, 1, number, Integer.parseInt(colour, 16));

        assertThatThrownBy(this::scene)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("#%s at (2, 1)".formatted(colour));
    }

    @Test
    void anInstanceOfTwoClassesIsRefused() throws IOException {
        mark(1, 1, 1, 0x00003f);
        mark(2, 1, 1, 0x007fff);
        mark(4, 2, 2, 0x00003f);

        assertThatThrownBy(this::scene)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("P1_instance_id_RGB.png: instance 1");
        RefusalLog skipping = new RefusalLog(ErrorPolicy.SKIP);
        assertThat(IsaidSource.open(folder, folder).scene("P1", skipping).objects())
                .hasSize(1);
        assertThat(skipping.refusals()).hasSize(1);
    }

    @Test
    void aPairIsNeededAndOfOneSize() throws IOException {
        mark(3, 2, 1, 0x00003f);
        scene();
        Path colour = folder.resolve("P1_instance_color_RGB.png");
        Files.delete(colour);
        ImageFiles.writePng(colour, new RgbImage(2, 2, new byte[12]));
        assertThatThrownBy(() -> IsaidSource.open(folder, folder).scene("P1", refusals))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("6 x 4")
                .hasMessageContaining("2 x 2");

        Files.delete(colour);
        assertThatThrownBy(() -> IsaidSource.open(folder, folder).scene("P1", refusals))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is missing");
    }

    @Test
    void thePublishedScenesHoldTheirInstances() {
        Path shared = Path.of(System.getProperty("crobim.shared", "../../shared"), "data", "dota");
        Assumptions.assumeThat(shared).as("needs dota under -Dcrobim.shared").isDirectory();
        IsaidSource source = IsaidSource.open(shared.resolve("images"), shared.resolve("isaid"));

        assertThat(source.scene("P0003", refusals).objects()).hasSize(59);
        assertThat(source.scene("P0004", refusals).objects()).hasSize(116);
    }

    private void mark(int x, int y, int number, int colour) {
        int at = 3 * (y * WIDTH + x);
        numbers[at] = (byte) number;
        numbers[at + 1] = (byte) (number >> 8);
        numbers[at + 2] = (byte) (number >> 16);
        colours[at] = (byte) (colour >> 16);
        colours[at + 1] = (byte) (colour >> 8);
        colours[at + 2] = (byte) colour;
    }

    private AnnotatedScene scene() throws IOException {
        ImageFiles.writePng(folder.resolve("P1_instance_id_RGB.png"), new RgbImage(WIDTH, HEIGHT, numbers));
        ImageFiles.writePng(folder.resolve("P1_instance_color_RGB.png"), new RgbImage(WIDTH, HEIGHT, colours));
        return IsaidSource.open(folder, folder).scene("P1", refusals);
    }
}
