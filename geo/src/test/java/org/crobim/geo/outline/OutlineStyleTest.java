package org.crobim.geo.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.crobim.core.mask.Mask;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.vector.PolygonRules;
import org.crobim.geo.vector.TextMask;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

class OutlineStyleTest {
    /** A house of 30 x 18 pixels, turned by 25 degrees, as a mask shows it. */
    private static final Geometry HOUSE = AffineTransformation.rotationInstance(Math.toRadians(25), 32, 32)
            .transform(new GeometryFactory().toGeometry(new Envelope(17, 47, 23, 41)));

    private static final Mask MASK = TextMask.rasterised(64, 64, List.of(HOUSE));

    @Test
    void byDefaultOutlinesFollowThePixels() {
        assertThat(outline(OutlineStyle.LATTICE).getArea()).isEqualTo(MASK.area());
        assertThat(outline(OutlineStyle.LATTICE).getNumPoints()).isGreaterThan(60);
    }

    @Test
    void simplificationTakesTheStairsAway() {
        Geometry outline = outline(new OutlineStyle(1, false));
        assertThat(outline.getNumPoints()).isLessThan(30);
        assertThat(overlap(outline)).isGreaterThan(0.95);
    }

    @Test
    void rightAnglesFindTheHouse() {
        Geometry outline = outline(new OutlineStyle(0, true));
        assertThat(outline.getNumPoints()).isEqualTo(5);
        assertThat(overlap(outline)).isGreaterThan(0.95);
        Coordinate[] corners = outline.getCoordinates();
        double degrees = Math.toDegrees(Math.atan2(corners[1].y - corners[0].y, corners[1].x - corners[0].x));
        assertThat(((degrees % 90) + 90) % 90).isCloseTo(25, within(2.0));
    }

    private static Geometry outline(OutlineStyle style) {
        List<Geometry> outlines = style.outlines(MaskRaster.of(MASK), PolygonRules.EXACT);
        assertThat(outlines).hasSize(1);
        Outlines.assertValidAndApart(outlines);
        return outlines.get(0);
    }

    private static double overlap(Geometry outline) {
        return outline.intersection(HOUSE).getArea() / outline.union(HOUSE).getArea();
    }
}
