package org.crobim.geo.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class RightAnglesTest {
    private static final RightAngles RULE = new RightAngles(2);

    @Test
    void aFrayedHouseGetsFourRightAngles() throws Exception {
        Geometry frayed = wkt("POLYGON ((0 0, 10 0.4, 20 -0.3, 20.3 6, 19.8 12, 9 11.7, 0.2 12.2, -0.3 5, 0 0))");
        Geometry house = RULE.regularise(List.of(frayed)).get(0);

        assertThat(house.getNumPoints()).isEqualTo(5);
        assertRightAngles(house);
        assertThat(house.getArea()).isCloseTo(frayed.getArea(), within(8.0));
    }

    @Test
    void aTurnedHouseKeepsItsDirection() throws Exception {
        Geometry turned = AffineTransformation.rotationInstance(Math.toRadians(30))
                .transform(wkt("POLYGON ((0 0, 30 0.5, 30 15, 18 15.4, 18 25, 0 25, 0 0))"));
        Geometry house = RULE.regularise(List.of(turned)).get(0);

        assertThat(house.getNumPoints()).isEqualTo(7);
        assertRightAngles(house);
        Coordinate[] corners = house.getCoordinates();
        double direction = Math.toDegrees(Angle.angle(corners[0], corners[1]));
        assertThat(((direction % 90) + 90) % 90).isCloseTo(30, within(1.0));
    }

    @Test
    void aCourtyardIsSquaredToo() throws Exception {
        Geometry house = RULE.regularise(List.of(wkt("POLYGON ((0 0, 40 0, 40 40, 0 40, 0 0),"
                        + " (10 10, 20 10.5, 30 9.8, 30.2 30, 10 29.9, 10 10))")))
                .get(0);
        assertThat(((Polygon) house).getInteriorRingN(0).getNumPoints()).isEqualTo(5);
        assertRightAngles(house);
    }

    @Test
    void aRoundTankStaysRound() {
        Geometry tank =
                new GeometryFactory().createPoint(new Coordinate(50, 50)).buffer(20);
        assertThat(RULE.regularise(List.of(tank))).containsExactly(tank);
    }

    @Test
    void aHouseThatWouldReachIntoItsNeighbourIsLeftAlone() throws Exception {
        Geometry bulging = wkt("POLYGON ((0 0, 20 0, 20 4, 18 4, 18 16, 20 16, 20 20, 0 20, 0 0))");
        Geometry between = new GeometryFactory().toGeometry(new Envelope(18.1, 30, 4.5, 15));

        assertThat(new RightAngles(5).regularise(List.of(bulging)).get(0)).isNotEqualTo(bulging);
        assertThat(new RightAngles(5).regularise(List.of(bulging, between)).get(0))
                .isEqualTo(bulging);
    }

    private static void assertRightAngles(Geometry polygon) {
        for (int ring = 0; ring <= ((Polygon) polygon).getNumInteriorRing(); ring++) {
            Coordinate[] corners = (ring == 0
                            ? ((Polygon) polygon).getExteriorRing()
                            : ((Polygon) polygon).getInteriorRingN(ring - 1))
                    .getCoordinates();
            for (int i = 1; i < corners.length; i++) {
                Coordinate next = corners[i == corners.length - 1 ? 1 : i + 1];
                assertThat(Angle.angleBetween(corners[i - 1], corners[i], next)).isCloseTo(Math.PI / 2, within(1e-9));
            }
        }
    }

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }
}
