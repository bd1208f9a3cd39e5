package org.crobim.geo.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.crobim.core.mask.Mask;
import org.crobim.geo.mask.MaskRaster;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class PolygonizerTest {
    @Test
    void aRectangleHasFourCorners() {
        assertPolygons(
                PolygonRules.EXACT,
                TextMask.of(
                        ".....", //
                        ".###.", ".###.", "....."),
                "POLYGON ((1 1, 4 1, 4 3, 1 3, 1 1))");
    }

    @Test
    void aHoleIsARingOfItsOwnAndAnIslandInItAPolygon() {
        assertPolygons(
                PolygonRules.EXACT,
                TextMask.of(
                        "#####", //
                        "#...#", "#.#.#", "#...#", "#####"),
                "POLYGON ((0 0, 5 0, 5 5, 0 5, 0 0), (1 1, 4 1, 4 4, 1 4, 1 1))",
                "POLYGON ((2 2, 3 2, 3 3, 2 3, 2 2))");
    }

    @Test
    void pixelsThatTouchAtACornerAreTwoPolygonsWhenEdgesConnect() {
        assertPolygons(
                PolygonRules.EXACT,
                TextMask.of(
                        "#.", //
                        ".#"),
                "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))",
                "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))");
    }

    @Test
    void pixelsThatTouchAtACornerAreOneMultipolygonWhenCornersConnect() {
        assertPolygons(
                new PolygonRules(Connectivity.EIGHT, 0, 0),
                TextMask.of(
                        ".#.", //
                        "#.#", ".#."),
                "MULTIPOLYGON (((1 0, 2 0, 2 1, 1 1, 1 0)), ((0 1, 1 1, 1 2, 0 2, 0 1)),"
                        + " ((2 1, 3 1, 3 2, 2 2, 2 1)), ((1 2, 2 2, 2 3, 1 3, 1 2)))");
    }

    @Test
    void aHoleThatTouchesTheOutsideAtACornerStaysAHole() {
        assertPolygons(
                PolygonRules.EXACT,
                TextMask.of(
                        "###", //
                        "#.#", "##."),
                "POLYGON ((0 0, 3 0, 3 2, 2 2, 2 3, 0 3, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))");
    }

    @Test
    void holesThatTouchAtACornerAreTwoRings() {
        assertPolygons(
                PolygonRules.EXACT,
                TextMask.of(
                        "####", //
                        "#.##", "##.#", "####"),
                "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1), (2 2, 3 2, 3 3, 2 3, 2 2))");
    }

    @Test
    void armsThatMeetFarBelowAreOnePolygon() {
        assertPolygons(
                PolygonRules.EXACT,
                TextMask.of(
                        "#.#.#", //
                        "#.#.#", "#####"),
                "POLYGON ((0 0, 1 0, 1 2, 2 2, 2 0, 3 0, 3 2, 4 2, 4 0, 5 0, 5 3, 0 3, 0 0))");
    }

    @Test
    void aMaskCutByATileBorderBecomesOnePolygon() {
        // Rows of one scene do not know where tiles met.
        byte[] left = {1, 1};
        byte[] right = {1, 0};
        MaskRaster tiles = rows(4, 2, (y, row) -> {
            System.arraycopy(left, 0, row, 0, 2);
            System.arraycopy(right, 0, row, 2, 2);
        });
        assertThat(new Polygonizer(PolygonRules.EXACT).polygons(tiles))
                .singleElement()
                .satisfies(polygon -> assertThat(polygon.geometry().norm())
                        .isEqualTo(wkt("POLYGON ((0 0, 3 0, 3 2, 0 2, 0 0))").norm()));
    }

    @Test
    void anEmptyMaskHasNoPolygonsAndAFullOneHasOne() {
        assertPolygons(PolygonRules.EXACT, Mask.empty(3, 2));
        assertPolygons(PolygonRules.EXACT, TextMask.of("###", "###"), "POLYGON ((0 0, 3 0, 3 2, 0 2, 0 0))");
    }

    @Test
    void smallObjectsAreLeftOutAndSmallHolesFilled() {
        assertPolygons(
                PolygonRules.withMinimumArea(2),
                TextMask.of(
                        "###.#", //
                        "#.#..", "###.."),
                "POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))");
    }

    @Test
    void aPartThatHangsInAFilledHoleBecomesPartOfTheFilling() {
        assertPolygons(
                new PolygonRules(Connectivity.EIGHT, 10, 10),
                TextMask.of(
                        "#####", //
                        "#..##", "#.#.#", "#...#", "#####"),
                "POLYGON ((0 0, 5 0, 5 5, 0 5, 0 0))");
    }

    @Test
    void holesAreNotFilledWhereObjectsOfTheirSizeAreKept() {
        assertThatThrownBy(() -> new PolygonRules(Connectivity.FOUR, 3, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("below 4 pixels")
                .hasMessageContaining("from 3 pixels");
    }

    @Property(tries = 300)
    void rasterisingThePolygonsGivesTheMaskAgain(
            @ForAll @IntRange(min = 1, max = 12) int width, @ForAll @Size(min = 1, max = 144) boolean[] set) {
        Mask mask = random(width, set);
        List<MaskPolygon> polygons = new Polygonizer(PolygonRules.EXACT).polygons(MaskRaster.of(mask));

        assertThat(polygons)
                .allSatisfy(polygon -> assertThat(polygon.geometry().isValid())
                        .as(polygon.geometry().toText())
                        .isTrue());
        assertThat(polygons)
                .allSatisfy(polygon -> assertThat(polygon.geometry().getArea()).isEqualTo(polygon.areaPixels()));
        assertThat(TextMask.rasterised(mask.width(), mask.height(), geometries(polygons)))
                .isEqualTo(mask);
        assertThat(new GeometryFactory()
                        .buildGeometry(geometries(polygons))
                        .union()
                        .getArea())
                .isEqualTo(mask.area());
    }

    @Property(tries = 200)
    void objectsConnectedByCornersAreValidAndCoverTheSamePixels(
            @ForAll @IntRange(min = 1, max = 12) int width, @ForAll @Size(min = 1, max = 144) boolean[] set) {
        Mask mask = random(width, set);
        List<MaskPolygon> polygons =
                new Polygonizer(new PolygonRules(Connectivity.EIGHT, 0, 0)).polygons(MaskRaster.of(mask));

        assertThat(polygons)
                .allSatisfy(polygon -> assertThat(polygon.geometry().isValid())
                        .as(polygon.geometry().toText())
                        .isTrue());
        assertThat(TextMask.rasterised(mask.width(), mask.height(), geometries(polygons)))
                .isEqualTo(mask);
        for (int i = 0; i < polygons.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(polygons.get(i).geometry().disjoint(polygons.get(j).geometry()))
                        .isTrue();
            }
        }
    }

    @Property(tries = 200)
    void filledAndFilteredPolygonsAreValidAndDoNotOverlap(
            @ForAll Connectivity connectivity,
            @ForAll @IntRange(min = 1, max = 9) int minimumArea,
            @ForAll @IntRange(min = 1, max = 12) int width,
            @ForAll @Size(min = 1, max = 144) boolean[] set) {
        Mask mask = random(width, set);
        List<MaskPolygon> polygons =
                new Polygonizer(new PolygonRules(connectivity, minimumArea, minimumArea)).polygons(MaskRaster.of(mask));

        assertThat(polygons).allSatisfy(polygon -> {
            assertThat(polygon.geometry().isValid()).isTrue();
            assertThat(polygon.areaPixels()).isGreaterThanOrEqualTo(minimumArea);
        });
        long area = TextMask.rasterised(mask.width(), mask.height(), geometries(polygons))
                .area();
        assertThat(polygons.stream().mapToLong(MaskPolygon::areaPixels).sum()).isEqualTo(area);
    }

    @Test
    void aSceneOf400MillionPixelsKeepsOnlyTheObjectsOfTheCurrentRow() {
        // A ring of 3 x 3 pixels in every cell of 100 x 100; a row meets 200 of them with 8 corners each.
        int side = 20_000;
        int[] rowsRead = {0};
        MaskRaster scene = rows(side, side, (y, row) -> {
            assertThat(y).isEqualTo(rowsRead[0]++);
            Arrays.fill(row, (byte) 0);
            int inCell = y % 100;
            if (inCell < 3) {
                for (int x = 0; x < side; x += 100) {
                    row[x] = 1;
                    row[x + 1] = (byte) (inCell == 1 ? 0 : 1);
                    row[x + 2] = 1;
                }
            }
        });
        Polygonizer polygonizer = new Polygonizer(PolygonRules.EXACT);
        long[] found = {0};
        polygonizer.polygonize(scene, polygon -> found[0] += polygon.areaPixels());

        assertThat(rowsRead[0]).isEqualTo(side);
        assertThat(found[0]).isEqualTo(200L * 200 * 8);
        assertThat(polygonizer.mostHeldCorners()).isEqualTo(200 * 8);
    }

    private static void assertPolygons(PolygonRules rules, Mask mask, String... expected) {
        List<MaskPolygon> polygons = new Polygonizer(rules).polygons(MaskRaster.of(mask));
        assertThat(polygons)
                .allSatisfy(polygon -> assertThat(polygon.geometry().isValid())
                        .as(polygon.geometry().toText())
                        .isTrue());
        assertThat(geometries(polygons).stream().map(Geometry::norm).toList())
                .isEqualTo(Arrays.stream(expected).map(text -> wkt(text).norm()).toList());
    }

    private static List<Geometry> geometries(List<MaskPolygon> polygons) {
        return polygons.stream().map(MaskPolygon::geometry).toList();
    }

    private static Mask random(int width, boolean[] set) {
        int height = Math.max(1, set.length / width);
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < Math.min(pixels.length, set.length); i++) {
            pixels[i] = (byte) (set[i] ? 1 : 0);
        }
        return Mask.of(width, height, pixels);
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Writes one row. */
    private interface RowFiller {
        void fill(int y, byte[] row);
    }

    private static MaskRaster rows(int width, int height, RowFiller filler) {
        return new MaskRaster() {
            @Override
            public int width() {
                return width;
            }

            @Override
            public int height() {
                return height;
            }

            @Override
            public void readRow(int y, byte[] row) {
                filler.fill(y, row);
            }
        };
    }
}
