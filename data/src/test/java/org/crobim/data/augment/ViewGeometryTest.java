package org.crobim.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.augment.OutlinedScene.Outline;
import org.crobim.data.augment.View.Orientation;
import org.crobim.language.ObjectCategory;
import org.junit.jupiter.api.Test;

class ViewGeometryTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 70;

    /** An L along pixel edges, so that its pixels are exact and no flip or turn maps it onto itself. */
    private static final double[] SHAPE = {20, 12, 52, 12, 52, 30, 35, 30, 35, 58, 20, 58};

    @Property(tries = 200)
    void pixelsAndOutlinesTravelTogether(@ForAll long seed, @ForAll @IntRange(min = 24, max = 120) int side) {
        OutlinedScene scene = painted(SHAPE);
        View view = new ViewDraw(Augmentation.Geometry.defaults(), side).draw(scene, new SplittableRandom(seed));
        SceneView seen = SceneView.of(scene, view);
        Mask outline = seen.objects().isEmpty() ? Mask.empty(side, side) : seen.mask(0);
        RgbImage picture = view.sample(scene.image());
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int level = picture.channel(x, y, 0);
                // Border pixels of the outline are mixed in the picture; all others are black or white.
                if (level < 25 || level > 230) {
                    assertThat(outline.get(x, y)).isEqualTo(level > 128);
                }
            }
        }
    }

    @Property(tries = 50)
    void windowsLieInsideTheImage(@ForAll long seed) {
        OutlinedScene scene = painted(SHAPE);
        Box window = new ViewDraw(Augmentation.Geometry.defaults(), 64)
                .draw(scene, new SplittableRandom(seed))
                .window();
        assertThat(window.xMin()).isNotNegative();
        assertThat(window.yMin()).isNotNegative();
        assertThat(window.xMax()).isLessThanOrEqualTo(WIDTH + 1e-9);
        assertThat(window.yMax()).isLessThanOrEqualTo(HEIGHT + 1e-9);
    }

    @Test
    void theLeftMostObjectIsRightMostAfterAFlipAndTopMostAfterATransposition() {
        OutlinedScene scene =
                new OutlinedScene(black(), List.of(box(5, 30, 15, 40), box(40, 30, 50, 40), box(70, 30, 80, 40)));
        assertThat(boxes(scene, Orientation.UPRIGHT).get(0).xMin()).isEqualTo(5);
        assertThat(boxes(scene, new Orientation(false, true, false)).get(0).xMax())
                .isEqualTo(WIDTH - 5);
        Box transposed = boxes(scene, new Orientation(true, false, false)).get(0);
        assertThat(transposed.yMin() / HEIGHT).isCloseTo(5.0 / WIDTH, offset(0.02));
    }

    @Test
    void aCutObjectTellsHowMuchOfItIsVisible() {
        OutlinedScene scene = new OutlinedScene(black(), List.of(box(10, 10, 30, 20), box(60, 40, 70, 50)));
        View view = new View(new Box(25, 0, 55, 30), 60, 60, Orientation.UPRIGHT);
        SceneView seen = SceneView.of(scene, view);
        assertThat(seen.objects()).hasSize(1);
        assertThat(seen.layout().objects().get(0).visibleFraction()).isCloseTo(0.25, offset(1e-9));
        assertThat(seen.layout().objects().get(0).box()).isEqualTo(new Box(0, 20, 10, 40));
        assertThat(seen.layout().objects().get(0).areaPixels()).isEqualTo(200);
    }

    @Test
    void theSmallerOfTwoOverlappingObjectsOwnsTheCategoryPixel() {
        OutlinedScene scene = new OutlinedScene(
                black(),
                List.of(
                        new Outline(ObjectCategory.SHIP, box(20, 20, 30, 30).rings()),
                        new Outline(ObjectCategory.HARBOR, box(10, 10, 60, 60).rings())));
        byte[] categories =
                SceneView.of(scene, View.whole(scene.image(), WIDTH, HEIGHT)).categories();
        assertThat(categories[25 * WIDTH + 25]).isEqualTo((byte) (ObjectCategory.SHIP.ordinal() + 1));
        assertThat(categories[50 * WIDTH + 50]).isEqualTo((byte) (ObjectCategory.HARBOR.ordinal() + 1));
        assertThat(categories[0]).isZero();
    }

    @Test
    void theWholeImageIsResizedAsForPrediction() {
        RgbImage image = painted(SHAPE).image();
        byte[] expected = Resampling.bilinear(image, 40, 40).rgb();
        byte[] sampled = View.whole(image, 40, 40).sample(image).rgb();
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs((expected[i] & 0xff) - (sampled[i] & 0xff))).isLessThanOrEqualTo(1);
        }
    }

    private static List<Box> boxes(OutlinedScene scene, Orientation orientation) {
        View view = new View(new Box(0, 0, WIDTH, HEIGHT), WIDTH, HEIGHT, orientation);
        return SceneView.of(scene, view).objects().stream()
                .map(SceneView.VisibleObject::box)
                .toList();
    }

    /** A white shape on black, its pixels those whose centres lie inside. */
    private static OutlinedScene painted(double[] ring) {
        byte[] inside = new byte[WIDTH * HEIGHT];
        Rings.fill(inside, WIDTH, HEIGHT, List.of(ring));
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (255 * inside[i / 3]);
        }
        return new OutlinedScene(
                new RgbImage(WIDTH, HEIGHT, rgb), List.of(new Outline(ObjectCategory.SHIP, List.of(ring))));
    }

    private static RgbImage black() {
        return new RgbImage(WIDTH, HEIGHT, new byte[3 * WIDTH * HEIGHT]);
    }

    private static Outline box(double left, double top, double right, double bottom) {
        return new Outline(
                ObjectCategory.SHIP, List.of(new double[] {left, top, right, top, right, bottom, left, bottom}));
    }
}
