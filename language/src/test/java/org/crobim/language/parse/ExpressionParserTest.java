package org.crobim.language.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.crobim.language.ObjectCategory;
import org.crobim.language.attribute.ColourName;
import org.crobim.language.attribute.OrientationName;
import org.crobim.language.attribute.ShapeName;
import org.crobim.language.attribute.SizeName;
import org.crobim.language.claim.AdjacentTo;
import org.crobim.language.claim.Between;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.Has;
import org.crobim.language.claim.InGroup;
import org.crobim.language.claim.InRegion;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.OfSize;
import org.crobim.language.claim.Ordinal;
import org.crobim.language.claim.Towards;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Grouping;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {
    private static final Description BRIDGE = Description.of(ObjectCategory.BRIDGE);
    private static final Description HARBOR = Description.of(ObjectCategory.HARBOR);

    private final ExpressionParser parser = new ExpressionParser();

    static Stream<Arguments> sentences() {
        return Stream.of(
                sentence("A airplane on the lower right", ObjectCategory.AIRPLANE, in(Region.BOTTOM_RIGHT)),
                sentence(
                        "The small ship is located near the bottom left corner of the image.",
                        ObjectCategory.SHIP,
                        new Has(SizeName.SMALL),
                        in(Region.BOTTOM_LEFT)),
                // The name of a class in DOTA, which says nothing of the size.
                sentence("The small vehicle in the center", ObjectCategory.VEHICLE, in(Region.CENTER)),
                sentence(
                        "The tennis court is on the lower right of the basketball court on the top",
                        ObjectCategory.TENNIS_COURT,
                        new Towards(
                                Bearing.BELOW_RIGHT, Description.of(ObjectCategory.BASKETBALL_COURT, in(Region.TOP)))),
                sentence(
                        "The top-most swimming pool located just above the lower swimming pool",
                        ObjectCategory.SWIMMING_POOL,
                        new Towards(Bearing.ABOVE, Description.of(ObjectCategory.SWIMMING_POOL, in(Region.BOTTOM))),
                        new Extreme(Side.TOP)),
                sentence(
                        "the large slender gray bridge",
                        ObjectCategory.BRIDGE,
                        new Has(ColourName.GRAY),
                        new Has(SizeName.LARGE),
                        new Has(ShapeName.ELONGATED)),
                sentence("the horizontal bridge", ObjectCategory.BRIDGE, new Has(OrientationName.HORIZONTAL)),
                sentence(
                        "the vehicle between the bridge and the harbor",
                        ObjectCategory.VEHICLE,
                        new Between(BRIDGE, HARBOR)),
                sentence("the ship next to the harbor", ObjectCategory.SHIP, new AdjacentTo(HARBOR)),
                sentence("the closest ship to the bridge", ObjectCategory.SHIP, new Nearest(BRIDGE)),
                sentence(
                        "the second ship from the left in the row",
                        ObjectCategory.SHIP,
                        new InGroup(Grouping.ROW),
                        new Ordinal(2, new Extreme(Side.LEFT))),
                sentence(
                        "the third largest storage tank at the top",
                        ObjectCategory.STORAGE_TANK,
                        in(Region.TOP),
                        new Ordinal(3, new OfSize(SizeRank.LARGEST))),
                sentence("Where is the ship closest to the left edge?", ObjectCategory.SHIP, new Extreme(Side.LEFT)),
                sentence(
                        "On the left side of the bridge there is a ship",
                        ObjectCategory.SHIP,
                        new Towards(Bearing.LEFT, BRIDGE)),
                sentence(
                        "The storage tank in the row of storage tanks exhibits a predominantly white hue",
                        ObjectCategory.STORAGE_TANK,
                        new Has(ColourName.WHITE),
                        new InGroup(Grouping.ROW)),
                sentence(
                        "The bridge aligned parallel to the image's right edge",
                        ObjectCategory.BRIDGE,
                        new Has(OrientationName.VERTICAL)),
                sentence(
                        "A ship above the bridge that is white",
                        ObjectCategory.SHIP,
                        new Towards(Bearing.ABOVE, Description.of(ObjectCategory.BRIDGE, new Has(ColourName.WHITE)))),
                sentence(
                        "A ship above the bridge is white",
                        ObjectCategory.SHIP,
                        new Has(ColourName.WHITE),
                        new Towards(Bearing.ABOVE, BRIDGE)),
                sentence("a dam at the top, on the left", ObjectCategory.DAM, in(Region.TOP_LEFT)));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void aSentenceBecomesItsClassAndClaims(String sentence, Description meaning) {
        ParsedExpression parsed = parser.parse(sentence);
        assertThat(parsed.description()).contains(meaning);
        assertThat(parsed.leftoverWords()).isEmpty();
        assertThat(parsed.remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "The ship is a little smaller than the bridge, SIZE_COMPARISON, a little smaller than, BRIDGE",
        "A baseball field is in the stadium, CONTACT, in, STADIUM",
        "The vehicle is driving on the bridge, CONTACT, driving on, BRIDGE"
    })
    void whatNoClaimCanJudgeIsRemarked(String sentence, Remark.Kind kind, String words, ObjectCategory other) {
        assertThat(parser.parse(sentence).remarks())
                .containsExactly(new Remark(kind, words, Optional.of(Description.of(other))));
        assertThat(parser.parse(sentence).isExpressedByClaims()).isFalse();
    }

    @Test
    void severalColoursTogetherHaveNoMeasure() {
        ParsedExpression parsed = parser.parse("the white and gray dam");
        assertThat(parsed.remarks()).containsExactly(Remark.on(Remark.Kind.COLOUR, "white and gray"));
        assertThat(parsed.description()).contains(Description.of(ObjectCategory.DAM));
    }

    @ParameterizedTest
    @CsvSource({"the ship on the rght, rght, right", "the ovepass, ovepass, overpass", "the bottmo ship, bottmo, bottom"
    })
    void aTypoIsMendedAndReported(String sentence, String written, String read) {
        ParsedExpression parsed = parser.parse(sentence);
        assertThat(parsed.understood()).isTrue();
        assertThat(parsed.corrections()).isEqualTo(Map.of(written, read));
    }

    @Test
    void anotherWordIsNoTypo() {
        assertThat(parser.parse("the plate on the left").corrections()).isEmpty();
    }

    @Test
    void wordsThatAreNotUnderstoodAreListed() {
        ParsedExpression parsed =
                parser.parse("The harbor located in the middle-right has a dock that aligns parallel to the river");
        assertThat(parsed.description()).contains(Description.of(ObjectCategory.HARBOR, in(Region.MIDDLE_RIGHT)));
        assertThat(parsed.leftoverWords()).containsExactly("aligns", "parallel", "river");
        assertThat(parsed.understood()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the ship not on the left",
                "the second ship",
                "the nearest ship",
                "the ship on the left, the bridge",
                "the ship on the left on the right"
            })
    void aNegationOrAHalfSaidOrderIsNeverPassedOver(String sentence) {
        assertThat(parser.parse(sentence).understood()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?!", "the thing on the left", "\u8239"})
    void withoutAClassNothingIsDescribed(String sentence) {
        assertThat(parser.parse(sentence).description()).isEmpty();
        assertThat(parser.parse(sentence).understood()).isFalse();
    }

    private static InRegion in(Region region) {
        return new InRegion(region);
    }

    private static Arguments sentence(String text, ObjectCategory category, Claim... claims) {
        return Arguments.of(text, Description.of(category, claims));
    }
}
