package org.crobim.masks.grabcut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.augment.Rings;
import org.crobim.data.mask.MaskSource;
import org.crobim.data.mask.MaskSourceProvider;
import org.crobim.language.ObjectCategory;
import org.junit.jupiter.api.Test;

class GrabCutMasksTest {
    private static final int SIDE = 120;
    private static final Mask DISC = Rings.mask(SIDE, SIDE, List.of(disc(60, 55, 22)));
    private static final Box AROUND = new Box(36, 31, 84, 79);

    @Test
    void aBrightDiscIsCutOutOfItsUprightBox() {
        Mask cut = masks().mask(picture(DISC), object(new ObjectShape.UprightBox(AROUND)))
                .orElseThrow();

        assertThat(iou(cut, DISC)).isGreaterThan(0.95);
    }

    @Test
    void anObliqueBoxIsUsedAsItLies() {
        double[] corners = {30, 50, 50, 30, 90, 70, 70, 90};
        Mask hull = Rings.mask(SIDE, SIDE, List.of(new double[] {36, 50, 50, 36, 84, 70, 70, 84}));

        Mask cut = masks().mask(picture(hull), object(new ObjectShape.OrientedBox(corners)))
                .orElseThrow();

        assertThat(iou(cut, hull)).isGreaterThan(0.9);
        assertThat(cut.intersectionArea(Rings.mask(SIDE, SIDE, List.of(corners))))
                .isEqualTo(cut.area());
    }

    @Test
    void aRectangleMayFillAnObliqueBoxButNotAnUprightOne() {
        double[] thin = {20, 30, 24, 26, 94, 96, 90, 100};
        Mask bridge = Rings.mask(SIDE, SIDE, List.of(thin));
        Mask cut = masks().mask(picture(bridge), object(new ObjectShape.OrientedBox(thin)))
                .orElseThrow();
        assertThat(iou(cut, bridge)).isGreaterThan(0.9);

        Box roof = new Box(40, 40, 80, 70);
        Mask rectangle = Rings.mask(SIDE, SIDE, List.of(Rings.around(roof)));
        assertThat(rectangle.area()).isEqualTo(1200);
        assertThat(masks().mask(picture(rectangle), object(new ObjectShape.UprightBox(roof))))
                .isEmpty();
    }

    @Test
    void theSamePictureGivesTheSameMask() {
        RgbImage picture = picture(DISC);
        AnnotatedObject object = object(new ObjectShape.UprightBox(AROUND));

        assertThat(masks().mask(picture, object)).isEqualTo(masks().mask(picture, object));
    }

    @Test
    void knownPixelsAreKeptAndABoxWithNothingInItGivesNoMask() {
        RgbImage picture = picture(DISC);
        Mask patch = Mask.of(2, 1, new byte[] {1, 1});

        assertThat(masks().mask(picture, object(new ObjectShape.Pixels(119, 3, patch)))
                        .orElseThrow()
                        .area())
                .isEqualTo(1);
        assertThat(masks().mask(picture, object(new ObjectShape.UprightBox(new Box(-50, -50, -10, -10)))))
                .isEmpty();
        assertThat(masks().mask(picture, object(new ObjectShape.UprightBox(new Box(2, 2, 5, 5)))))
                .isEmpty();
    }

    @Test
    void theSourceIsFoundByItsName() {
        assertThat(MaskSourceProvider.open("grabcut", Optional.empty())).isInstanceOf(GrabCutMasks.class);
    }

    private static double iou(Mask one, Mask other) {
        long shared = one.intersectionArea(other);
        return (double) shared / (one.area() + other.area() - shared);
    }

    private static MaskSource masks() {
        return new GrabCutMasks();
    }

    private static AnnotatedObject object(ObjectShape shape) {
        return new AnnotatedObject(0, ObjectCategory.STORAGE_TANK, "storage-tank", shape, false);
    }

    /** Noisy green ground with something noisy and bright. */
    private static RgbImage picture(Mask bright) {
        SplittableRandom random = new SplittableRandom(4);
        byte[] rgb = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            boolean set = bright.get(i % SIDE, i / SIDE);
            rgb[3 * i] = (byte) ((set ? 190 : 60) + random.nextInt(30));
            rgb[3 * i + 1] = (byte) ((set ? 190 : 100) + random.nextInt(30));
            rgb[3 * i + 2] = (byte) ((set ? 180 : 50) + random.nextInt(30));
        }
        return new RgbImage(SIDE, SIDE, rgb);
    }

    private static double[] disc(double x, double y, double radius) {
        double[] ring = new double[80];
        for (int i = 0; i < 40; i++) {
            ring[2 * i] = x + radius * Math.cos(i * Math.PI / 20);
            ring[2 * i + 1] = y + radius * Math.sin(i * Math.PI / 20);
        }
        return ring;
    }
}
