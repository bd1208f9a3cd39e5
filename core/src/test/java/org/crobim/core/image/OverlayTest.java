package org.crobim.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.crobim.core.mask.Mask;
import org.crobim.core.mask.PolygonRaster;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private static final OverlayStyle RED = new OverlayStyle(255, 0, 0, 0.5);

    @Test
    void theOutlineIsOpaqueTheFillTranslucentTheRestUntouched() {
        Mask square = PolygonRaster.fill(9, 9, List.of(new double[] {2, 2, 6, 2, 6, 6, 2, 6}));

        RgbImage painted = Overlay.paint(black(9, 9), square, RED);

        assertThat(painted.channel(2, 4, 0)).isEqualTo(255);
        assertThat(painted.channel(4, 4, 0)).isEqualTo(128);
        assertThat(painted.channel(1, 4, 0)).isZero();
        assertThat(painted.channel(4, 4, 1)).isZero();
    }

    @Test
    void noOutlineRunsAlongTheFrameThatCutsTheObject() {
        RgbImage painted = Overlay.paint(
                black(6, 6), PolygonRaster.fill(6, 6, List.of(new double[] {0, 0, 3, 0, 3, 5, 0, 5})), RED);

        assertThat(painted.channel(0, 3, 0)).isEqualTo(128);
        assertThat(painted.channel(3, 3, 0)).isEqualTo(255);
    }

    @Test
    void theOutlineGrowsWithTheImageUpToThreePixels() {
        int side = 2000;
        Mask half = PolygonRaster.fill(side, side, List.of(new double[] {0, 0, 999, 0, 999, 1999, 0, 1999}));

        RgbImage painted = Overlay.paint(black(side, side), half, RED);

        assertThat(painted.channel(997, 50, 0)).isEqualTo(255);
        assertThat(painted.channel(996, 50, 0)).isEqualTo(128);
    }

    @Test
    void theImageItselfIsNotPaintedOn() {
        RgbImage image = black(4, 4);

        Overlay.paint(image, Mask.of(4, 4, new byte[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}), RED);

        assertThat(image).usingRecursiveComparison().isEqualTo(black(4, 4));
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> Overlay.paint(black(4, 4), Mask.empty(4, 5), RED))
                .hasMessageContaining("4 x 5");
    }

    @Test
    void aLongSentenceGetsMoreLines() {
        int oneLine = Overlay.caption(black(300, 20), "the red car").height();
        int twoLines =
                Overlay.caption(black(300, 20), "the red car\npresence 0.93").height();
        int wrapped = Overlay.caption(black(300, 20), "the red car beside the long white building ".repeat(4))
                .height();

        assertThat(twoLines).isGreaterThan(oneLine);
        assertThat(wrapped).isGreaterThan(twoLines);
    }

    @Test
    void aCaptionNeverWidensAnImageThatIsWideEnoughAndKeepsItsPixels() {
        RgbImage image = new RgbImage(200, 1, new byte[600]);
        image.rgb()[3 * 77 + 1] = (byte) 200;

        RgbImage captioned = Overlay.caption(image, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrik");

        assertThat(captioned.width()).isEqualTo(200);
        assertThat(captioned.channel(77, 0, 1)).isEqualTo(200);
    }

    @Test
    void anImageOfOnePixelStandsOnAReadableBand() {
        RgbImage captioned = Overlay.caption(black(1, 1), "a ship");

        assertThat(captioned.width()).isEqualTo(160);
        assertThat(inkIn(captioned)).isPositive();
    }

    @Test
    void everyPrintableCharacterHasABitmapLetter() {
        BitmapLettering lettering = new BitmapLettering(11);
        for (char character = '!'; character <= '~'; character++) {
            assertThat(inkOf(lettering, String.valueOf(character)))
                    .as("ink of %s", character)
                    .isBetween(2, 35);
        }
    }

    @Test
    void bitmapLettersDropAccentsAndMarkWhatTheyDoNotKnow() {
        BitmapLettering lettering = new BitmapLettering(11);

        assertThat(inkOf(lettering, "é")).isEqualTo(inkOf(lettering, "e"));
        assertThat(inkOf(lettering, "船")).isEqualTo(inkOf(lettering, "?"));
        assertThat(lettering.width("ship")).isEqualTo(24);
        assertThat(new BitmapLettering(23).lineHeight()).isEqualTo(22);
    }

    @Test
    void aContactSheetHoldsEveryPictureInReadingOrder() {
        RgbImage white = new RgbImage(10, 10, filled(300, (byte) 255));
        RgbImage sheet = ContactSheet.arrange(
                List.of(
                        new ContactSheet.Entry(black(10, 10), ""),
                        new ContactSheet.Entry(white, ""),
                        new ContactSheet.Entry(white, "")),
                2);

        assertThat(sheet.width()).isEqualTo(3 * 8 + 2 * 10);
        assertThat(sheet.height()).isEqualTo(3 * 8 + 2 * 10);
        assertThat(sheet.channel(12, 12, 0)).isZero();
        assertThat(sheet.channel(30, 12, 0)).isEqualTo(255);
        assertThat(sheet.channel(12, 30, 0)).isEqualTo(255);
        assertThatThrownBy(() -> ContactSheet.arrange(List.of(), 2)).hasMessageContaining("0 pictures");
    }

    private static RgbImage black(int width, int height) {
        return new RgbImage(width, height, new byte[3 * width * height]);
    }

    private static byte[] filled(int length, byte value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, value);
        return bytes;
    }

    private static int inkOf(Lettering lettering, String text) {
        BufferedImage canvas = new BufferedImage(40, 20, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setColor(Color.WHITE);
        lettering.draw(graphics, text, 0, 0);
        graphics.dispose();
        return inkIn(ImageFiles.fromBufferedImage(canvas));
    }

    private static int inkIn(RgbImage image) {
        int ink = 0;
        for (int i = 0; i < image.rgb().length; i += 3) {
            ink += (image.rgb()[i] & 0xff) > 100 ? 1 : 0;
        }
        return ink;
    }
}
