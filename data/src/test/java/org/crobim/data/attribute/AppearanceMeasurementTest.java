package org.crobim.data.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.crobim.language.attribute.Appearance;
import org.crobim.language.attribute.Attribute;
import org.crobim.language.attribute.ColourName;
import org.crobim.language.attribute.Form;
import org.crobim.language.attribute.OrientationName;
import org.crobim.language.attribute.ShapeName;
import org.crobim.language.claim.Candidates;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Has;
import org.crobim.language.claim.Scene;
import org.crobim.language.rules.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppearanceMeasurementTest {
    private static final int SIDE = 120;

    @ParameterizedTest
    @CsvSource({
        "255, 255, 255, WHITE", "128, 128, 128, GRAY", "10, 10, 20, BLACK", "200, 30, 30, RED", "230, 130, 30, ORANGE",
        "230, 220, 40, YELLOW", "60, 120, 50, GREEN", "40, 90, 180, BLUE", "130, 50, 160, PURPLE", "110, 70, 40, BROWN"
    })
    void coloursHaveTheNamesThatPeopleGiveThem(int red, int green, int blue, ColourName name) {
        assertThat(ColourNaming.of(red, green, blue)).isEqualTo(name);
    }

    @Test
    void sharesOfColoursAreThoseOfThePixelsUnderTheMask() {
        byte[] rgb = new byte[3 * 10 * 10];
        Arrays.fill(rgb, (byte) 255);
        for (int i = 0; i < 25; i++) {
            rgb[3 * i] = (byte) 200;
            rgb[3 * i + 1] = 20;
            rgb[3 * i + 2] = 20;
        }
        byte[] all = new byte[100];
        Arrays.fill(all, (byte) 1);
        Appearance seen = AppearanceMeasurement.measure(new RgbImage(10, 10, rgb), Mask.of(10, 10, all));

        assertThat(seen.share(ColourName.RED)).isEqualTo(0.25);
        assertThat(seen.share(ColourName.WHITE)).isEqualTo(0.75);
        assertThat(seen.dominantColour()).hasValue(ColourName.WHITE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 30, 45, 60, 90, 120, 150, 170})
    void aBarIsMeasuredAlikeInEveryDirection(int degrees) {
        Form form = form(bar(60, 15, degrees));

        assertThat(form.elongation()).isCloseTo(4, within(0.25));
        assertThat(Math.abs(form.orientationDegrees() - degrees) % 180).matches(off -> off < 3 || off > 177);
        assertThat(form.rectangularity().orElseThrow()).isGreaterThan(0.88);
        assertThat(form.roundness().orElseThrow()).isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 8, 20, 40})
    void aDiscIsRoundAndNoSquare(double radius) {
        SceneObject tank = object(disc(radius));

        assertThat(isSaid(ShapeName.ROUND, tank)).isTrue();
        assertThat(isRuledOut(ShapeName.SQUARE, tank)).isTrue();
        assertThat(isRuledOut(ShapeName.RECTANGULAR, tank)).isTrue();
        assertThat(isRuledOut(ShapeName.ELONGATED, tank)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 45, 70})
    void aSquareIsSquareInEveryDirectionAndNotRound(int degrees) {
        SceneObject square = object(bar(30, 30, degrees));

        assertThat(isSaid(ShapeName.SQUARE, square)).isTrue();
        assertThat(isRuledOut(ShapeName.ROUND, square)).isTrue();
        assertThat(isSaid(OrientationName.HORIZONTAL, square)).isFalse();
        assertThat(isRuledOut(OrientationName.HORIZONTAL, square)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, HORIZONTAL", "176, HORIZONTAL", "93, VERTICAL", "45, DIAGONAL", "137, DIAGONAL"})
    void theLongSideGivesTheOrientation(int degrees, OrientationName orientation) {
        SceneObject bar = object(bar(50, 12, degrees));

        for (OrientationName other : OrientationName.values()) {
            assertThat(isSaid(other, bar)).isEqualTo(other == orientation);
            assertThat(isRuledOut(other, bar)).isEqualTo(other != orientation);
        }
    }

    @Test
    void cornersGiveElongationAndOrientationOnly() {
        Form form = AppearanceMeasurement.form(new double[] {10, 50, 50, 10, 60, 20, 20, 60})
                .orElseThrow();

        assertThat(form.elongation()).isCloseTo(4, within(1e-9));
        assertThat(form.orientationDegrees()).isCloseTo(45, within(1e-9));
        assertThat(form.roundness()).isEmpty();
        assertThat(AppearanceMeasurement.form(new double[8])).isEmpty();
    }

    @Test
    void aFewPixelsHaveColoursButNoForm() {
        Appearance seen = AppearanceMeasurement.measure(grey(), 3, 4, Mask.of(2, 2, new byte[] {1, 1, 1, 1}));

        assertThat(seen.form()).isEmpty();
        assertThat(seen.share(ColourName.GRAY)).isEqualTo(1);
    }

    @Test
    void aPatchOutsideTheImageIsRefused() {
        Mask patch = Mask.of(2, 2, new byte[] {1, 1, 1, 1});
        assertThatThrownBy(() -> AppearanceMeasurement.measure(grey(), SIDE - 1, 0, patch))
                .hasMessageContaining("leaves the image");
        assertThatThrownBy(() -> AppearanceMeasurement.measure(grey(), patch)).hasMessageContaining("differ in size");
    }

    private static boolean isSaid(Attribute attribute, SceneObject object) {
        return !candidates(attribute, object).sure().isEmpty();
    }

    private static boolean isRuledOut(Attribute attribute, SceneObject object) {
        return candidates(attribute, object).isNone();
    }

    private static Candidates candidates(Attribute attribute, SceneObject object) {
        SceneLayout layout = new SceneLayout(SIDE, SIDE, List.of(object));
        return Description.of(object.category(), new Has(attribute))
                .resolve(new Scene(layout, 0, RuleSet.STRICT.rules()));
    }

    private static SceneObject object(Mask mask) {
        Box box = mask.boundingBox().orElseThrow();
        return new SceneObject(0, ObjectCategory.STORAGE_TANK, box, mask.area(), 1)
                .withAppearance(AppearanceMeasurement.measure(grey(), mask));
    }

    private static Form form(Mask mask) {
        return AppearanceMeasurement.form(mask).orElseThrow();
    }

    private static Mask bar(double length, double width, double degrees) {
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = -Math.sin(Math.toRadians(degrees));
        return mask((x, y) ->
                Math.abs(x * cosine + y * sine) <= length / 2 && Math.abs(y * cosine - x * sine) <= width / 2);
    }

    private static Mask disc(double radius) {
        return mask((x, y) -> Math.hypot(x, y) <= radius);
    }

    private static Mask mask(Inside inside) {
        byte[] pixels = new byte[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                pixels[y * SIDE + x] = (byte) (inside.holds(x - 60.3, y - 58.6) ? 1 : 0);
            }
        }
        return Mask.of(SIDE, SIDE, pixels);
    }

    private static RgbImage grey() {
        byte[] rgb = new byte[3 * SIDE * SIDE];
        Arrays.fill(rgb, (byte) 128);
        return new RgbImage(SIDE, SIDE, rgb);
    }

    /** Whether a point, seen from the middle, belongs to the object. */
    private interface Inside {
        boolean holds(double x, double y);
    }
}
