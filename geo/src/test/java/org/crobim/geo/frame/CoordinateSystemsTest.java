package org.crobim.geo.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import org.crobim.core.error.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinateSystemsTest {
    /** Expected values are those of gdaltransform 3.6.2. */
    @ParameterizedTest
    @CsvSource({
        "4326, 4, 48, 4, 48, 1e-9",
        "3857, 4, 48, 445277.963173, 6106854.834885, 1e-3",
        "32650, 116, 30, 403549.847433, 3319206.222757, 1e-3",
        "32750, 119, -30, 692915.105179, 6679530.713502, 1e-3",
        "27700, -2.5, 53, 366541.175481, 344859.129190, 5e-3",
        "2154, 4, 48, 774577.595373, 6767095.930771, 1e-3",
    })
    void coordinatesAreThoseOfGdal(int code, double longitude, double latitude, double x, double y, double tolerance) {
        SceneCrs crs = CoordinateSystems.epsg(code);
        double[] projected = crs.fromWgs84(longitude, latitude);
        assertThat(projected[0]).isCloseTo(x, within(tolerance));
        assertThat(projected[1]).isCloseTo(y, within(tolerance));
        double[] back = crs.toWgs84(projected[0], projected[1]);
        assertThat(back[0]).isCloseTo(longitude, within(1e-7));
        assertThat(back[1]).isCloseTo(latitude, within(1e-7));
    }

    @Test
    void aSystemKnowsItsNameAndUnit() {
        SceneCrs utm = CoordinateSystems.of("EPSG:32650");
        assertThat(utm.name()).isEqualTo("WGS 84 / UTM zone 50N");
        assertThat(utm.epsg()).hasValue(32650);
        assertThat(utm.isGeographic()).isFalse();
        assertThat(utm.metresPerUnit()).isEqualTo(1);
        assertThat(CoordinateSystems.epsg(2263).metresPerUnit()).isCloseTo(0.3048006096, within(1e-9));
        assertThat(CoordinateSystems.epsg(4326).metresPerUnit()).isCloseTo(111_319.49, within(0.01));
    }

    @Test
    void textThatNamesItsCodeIsThatSystem() {
        SceneCrs utm = CoordinateSystems.epsg(32650);
        assertThat(CoordinateSystems.fromWkt(utm.wkt())).isEqualTo(utm);
    }

    @Test
    void aDefinitionOfEsriGivesTheSameCoordinates() {
        SceneCrs esri = CoordinateSystems.fromWkt("""
                PROJCS["WGS_1984_UTM_Zone_50N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],
                PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],
                PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],
                PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
                """);
        assertThat(esri.epsg()).isEmpty();
        double[] projected = esri.fromWgs84(116, 30);
        assertThat(projected[0]).isCloseTo(403549.847433, within(1e-3));
        assertThat(projected[1]).isCloseTo(3319206.222757, within(1e-3));
    }

    @Test
    void aSpelledOutDefinitionSurvivesItsText() {
        CrsDefinition definition = new CrsDefinition(
                "own grid",
                GeodeticDatum.WGS_84,
                Optional.of(ProjectionMethod.LAMBERT_CONFORMAL_TWO_PARALLELS),
                Map.of(
                        ProjectionParameter.LATITUDE_OF_ORIGIN, 46.5,
                        ProjectionParameter.CENTRAL_MERIDIAN, 3.0,
                        ProjectionParameter.FIRST_PARALLEL, 49.0,
                        ProjectionParameter.SECOND_PARALLEL, 44.0,
                        ProjectionParameter.FALSE_EASTING, 700_000.0,
                        ProjectionParameter.FALSE_NORTHING, 6_600_000.0),
                1);
        SceneCrs crs = CoordinateSystems.of(definition);
        assertThat(CoordinateSystems.definition(crs)).isEqualTo(definition);
        assertThat(crs.fromWgs84(4, 48)[0]).isCloseTo(774577.595, within(0.001));
    }

    @Test
    void anUnknownCodeSaysWhatToDo() {
        assertThatThrownBy(() -> CoordinateSystems.epsg(999_999))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("EPSG:999999")
                .hasMessageContaining("gdalwarp");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROJCS[\"a\"",
                "LOCAL_CS[\"site\",UNIT[\"m\",1]]",
                "nonsense",
                "PROJCS[\"a\",GEOGCS[\"b\",DATUM[\"c\",SPHEROID[\"d\",6378137,298]]],PROJECTION[\"Bonne\"],UNIT[\"m\",1]]",
                "PROJCS[\"a\",GEOGCS[\"b\",DATUM[\"c\",SPHEROID[\"d\",-1,298]]],PROJECTION[\"Mercator\"],UNIT[\"m\",1]]",
            })
    void textThatCannotBeUsedSaysWhy(String wkt) {
        assertThatThrownBy(() -> CoordinateSystems.fromWkt(wkt))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot be used");
    }

    @Test
    void deeplyNestedTextIsRefused() {
        assertThatThrownBy(() -> CoordinateSystems.fromWkt("A[".repeat(100_000)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nested");
    }
}
