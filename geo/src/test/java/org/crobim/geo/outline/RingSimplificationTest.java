package org.crobim.geo.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.crobim.core.mask.Mask;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.vector.MaskPolygon;
import org.crobim.geo.vector.PolygonRules;
import org.crobim.geo.vector.Polygonizer;
import org.crobim.geo.vector.TextMask;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class RingSimplificationTest {
    @Test
    void stairsBecomeASlope() {
        List<Geometry> lattice = outlines(TextMask.of(
                "#.....", //
                "##....", "###...", "####..", "#####.", "######"));

        assertThat(lattice.get(0).getNumPoints()).isEqualTo(15);
        Geometry slope = new RingSimplification(1.5).simplify(lattice).get(0);
        assertThat(slope.getNumPoints()).isLessThanOrEqualTo(6);
        assertThat(slope.getArea()).isBetween(17.0, 25.0);
    }

    @Test
    void noToleranceLeavesEveryCorner() {
        List<Geometry> lattice = outlines(TextMask.of("##.", ".##"));
        assertThat(new RingSimplification(0).simplify(lattice)).isEqualTo(lattice);
    }

    @Test
    void holesStayInTheirShells() {
        Geometry simplified = new RingSimplification(1)
                .simplify(outlines(TextMask.of(
                        "######", //
                        "##..##", "#....#", "##..##", "######")))
                .get(0);
        assertThat(((Polygon) simplified).getNumInteriorRing()).isEqualTo(1);
        assertThat(simplified.isValid()).isTrue();
    }

    @Property(tries = 150)
    void simplifiedPolygonsAreValidAndDoNotOverlap(
            @ForAll @DoubleRange(min = 0.5, max = 4) double tolerance,
            @ForAll @IntRange(min = 4, max = 14) int width,
            @ForAll @Size(min = 60, max = 140) boolean[] set) {
        List<Geometry> simplified = new RingSimplification(tolerance).simplify(outlines(random(width, set)));
        Outlines.assertValidAndApart(simplified);
    }

    @Property(tries = 150)
    void regularisedPolygonsAreValidAndDoNotOverlap(
            @ForAll @DoubleRange(min = 0, max = 3) double shortestEdge,
            @ForAll @IntRange(min = 4, max = 14) int width,
            @ForAll @Size(min = 60, max = 140) boolean[] set) {
        List<Geometry> simplified = new RingSimplification(1.5).simplify(outlines(random(width, set)));
        Outlines.assertValidAndApart(new RightAngles(shortestEdge).regularise(simplified));
    }

    private static List<Geometry> outlines(Mask mask) {
        return new Polygonizer(PolygonRules.EXACT)
                .polygons(MaskRaster.of(mask)).stream()
                        .map(MaskPolygon::geometry)
                        .toList();
    }

    private static Mask random(int width, boolean[] set) {
        int height = set.length / width;
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (set[i] ? 1 : 0);
        }
        return Mask.of(width, height, pixels);
    }
}
