package org.crobim.data.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.annotated.ObjectShape;
import org.junit.jupiter.api.Test;

class PatchFrameTest {
    private static final PatchRules RULES = PatchRules.vrsBench();

    @Test
    void anImageOfDiorGivesFourPatches() {
        assertThat(PatchFrame.of(800, 800, 0, RULES))
                .extracting(PatchFrame::left, PatchFrame::top)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, 0),
                        org.assertj.core.groups.Tuple.tuple(288, 0),
                        org.assertj.core.groups.Tuple.tuple(0, 288),
                        org.assertj.core.groups.Tuple.tuple(288, 288));
    }

    @Test
    void ofAnImageHardlyLongerThanAPatchTheMiddleIsSeen() {
        assertThat(PatchFrame.of(612, 512, 0, RULES)).containsExactly(new PatchFrame(1, 50, 0, 512));
    }

    @Test
    void aSmallerImageIsEnlargedUntilItFillsThePatch() {
        List<PatchFrame> frames = PatchFrame.of(384, 256, 0, RULES);

        assertThat(frames).allSatisfy(frame -> assertThat(frame.scale()).isEqualTo(2));
        assertThat(frames.get(0).sourceBox()).isEqualTo(new Box(0, 0, 256, 256));
        assertThat(PatchFrame.of(384, 255, 0, RULES))
                .as("too small to show anything")
                .isEmpty();
    }

    @Test
    void theBandAlongTheBorderIsNotSeen() {
        assertThat(PatchFrame.of(900, 612, 50, RULES))
                .extracting(PatchFrame::sourceBox)
                .containsExactly(new Box(50, 50, 562, 562), new Box(338, 50, 850, 562));
        assertThat(PatchFrame.of(900, 356, 50, RULES))
                .allSatisfy(frame -> assertThat(frame.sourceBox().yMin()).isEqualTo(50));
        assertThat(PatchFrame.of(90, 90, 50, RULES)).as("nothing but border").isEmpty();
    }

    @Property(tries = 200)
    void patchesLieInTheImageCoverItAndOverlapEnough(
            @ForAll @IntRange(min = 641, max = 6000) int width, @ForAll @IntRange(min = 641, max = 3000) int height) {
        List<PatchFrame> frames = PatchFrame.of(width, height, 0, RULES);

        assertThat(frames.get(0).sourceBox()).isEqualTo(new Box(0, 0, 512, 512));
        assertThat(frames.get(frames.size() - 1).sourceBox())
                .isEqualTo(new Box(width - 512, height - 512, width, height));
        List<Integer> lefts = frames.stream().map(PatchFrame::left).distinct().toList();
        for (int i = 1; i < lefts.size(); i++) {
            assertThat(lefts.get(i - 1) + 512 - lefts.get(i)).isBetween(100, 511);
        }
    }

    @Test
    void shapesMoveWithThePixels() {
        PatchFrame frame = new PatchFrame(2, 100, 50, 512);
        ObjectShape.Polygons ring = (ObjectShape.Polygons)
                frame.project(new ObjectShape.Polygons(List.of(new double[] {60, 40, 70, 40, 70, 45})));
        Box box = frame.project(new ObjectShape.UprightBox(new Box(60, 40, 70, 45)))
                .box();
        Box pixels = frame.project(new ObjectShape.Pixels(60, 40, full(10, 5))).box();

        assertThat(ring.rings().get(0)).containsExactly(20, 30, 40, 30, 40, 40);
        assertThat(box).isEqualTo(new Box(20, 30, 40, 40));
        assertThat(pixels).isEqualTo(box);
    }

    @Test
    void aPatchIsAPartOfTheEnlargedImage() {
        byte[] rgb = new byte[3 * 20 * 10];
        rgb[3 * (4 * 20 + 7)] = 99;

        RgbImage cut = new PatchFrame(1, 5, 2, 8).cut(new RgbImage(20, 10, rgb));

        assertThat(cut.channel(2, 2, 0)).isEqualTo(99);
    }

    @Test
    void theVisiblePartOfPixelsAndOfThePolygonAroundThemAgree() {
        ObjectShape pixels = new ObjectShape.Pixels(-4, 500, full(10, 20));
        ObjectShape polygon = new ObjectShape.Polygons(List.of(new double[] {-4, 500, 6, 500, 6, 520, -4, 520}));

        VisiblePart one = VisiblePart.of(pixels, 512).orElseThrow();
        VisiblePart other = VisiblePart.of(polygon, 512).orElseThrow();

        assertThat(one.box()).isEqualTo(new Box(0, 500, 6, 512)).isEqualTo(other.box());
        assertThat(one.mask(512)).isEqualTo(other.mask(512));
        assertThat(one.fraction()).isEqualTo(0.36).isCloseTo(other.fraction(), within(1e-9));
        assertThat(VisiblePart.of(new ObjectShape.Pixels(512, 0, full(3, 3)), 512))
                .isEmpty();
    }

    private static Mask full(int width, int height) {
        byte[] pixels = new byte[width * height];
        java.util.Arrays.fill(pixels, (byte) 1);
        return Mask.of(width, height, pixels);
    }
}
