package org.crobim.language.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalInt;
import org.crobim.core.geometry.Box;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;
import org.crobim.language.rules.Margins;
import org.junit.jupiter.api.Test;

/** Scenes are 100 x 100, so that pixels are percent of the side; objects are squares given by centre and side. */
class DescriptionTest {
    private static final Description BRIDGE = Description.of(ObjectCategory.BRIDGE);

    @Test
    void aClassWordIsEnoughForTheOnlyObjectOfItsClass() {
        assertNames(1, Description.of(ObjectCategory.SHIP), ship(1, 20, 20), bridge(2, 60, 60));
        assertRefused(Description.of(ObjectCategory.SHIP), ship(1, 20, 20), ship(2, 60, 60));
    }

    @Test
    void aHardlyVisibleSecondObjectMakesTheClassWordAmbiguousAndASliverDoesNot() {
        assertRefused(Description.of(ObjectCategory.SHIP), ship(1, 20, 20), cutShip(2, 99, 50, 0.2));
        assertNames(1, Description.of(ObjectCategory.SHIP), ship(1, 20, 20), cutShip(2, 99, 50, 0.05));
    }

    @Test
    void aCellNamesTheObjectWellInsideIt() {
        Description topLeft = ships(new InRegion(Region.TOP_LEFT));
        assertNames(1, topLeft, ship(1, 20, 20), ship(2, 70, 20), ship(3, 20, 70));
    }

    @Test
    void nearTheLineOfACellNeitherSideIsClaimed() {
        assertRefused(ships(new InRegion(Region.TOP_LEFT)), ship(1, 31, 20), ship(2, 80, 80));
        assertRefused(ships(new InRegion(Region.TOP_CENTER)), ship(1, 35, 20), ship(2, 80, 80));
    }

    @Test
    void anotherObjectJustOutsideTheCellMakesItAmbiguous() {
        assertRefused(ships(new InRegion(Region.TOP_LEFT)), ship(1, 20, 20), ship(2, 38, 20));
        assertNames(1, ships(new InRegion(Region.TOP_LEFT)), ship(1, 20, 20), ship(2, 41, 20));
    }

    @Test
    void aSideIsDrawnMoreGenerouslyThanACell() {
        assertRefused(ships(new InRegion(Region.LEFT)), ship(1, 20, 20), ship(2, 44, 60));
        assertNames(1, ships(new InRegion(Region.LEFT)), ship(1, 20, 20), ship(2, 50, 60));
    }

    @Test
    void theLeftmostLeadsByAtLeastSixPercent() {
        assertNames(2, ships(new Extreme(Side.LEFT)), ship(1, 40, 20), ship(2, 33, 80));
        assertRefused(ships(new Extreme(Side.LEFT)), ship(1, 40, 20), ship(2, 36, 80));
    }

    @Test
    void aWideObjectThatReachesFartherOutBlocksAnExtreme() {
        assertRefused(ships(new Extreme(Side.LEFT)), ship(1, 20, 20), shipOf(2, 30, 80, 40));
    }

    @Test
    void extremesPointToAllFourSides() {
        SceneObject[] cross = {ship(1, 10, 50), ship(2, 90, 50), ship(3, 50, 10), ship(4, 50, 90)};
        assertNames(1, ships(new Extreme(Side.LEFT)), cross);
        assertNames(2, ships(new Extreme(Side.RIGHT)), cross);
        assertNames(3, ships(new Extreme(Side.TOP)), cross);
        assertNames(4, ships(new Extreme(Side.BOTTOM)), cross);
    }

    @Test
    void theLargestHasHalfAsMuchAreaAgain() {
        Description largest = ships(new OfSize(SizeRank.LARGEST));
        assertNames(1, largest, sized(1, 20, 13), sized(2, 60, 10));
        assertRefused(largest, sized(1, 20, 12), sized(2, 60, 10));
        assertNames(2, ships(new OfSize(SizeRank.SMALLEST)), sized(1, 20, 13), sized(2, 60, 10));
    }

    @Test
    void anObjectCutByTheFrameAllowsNoClaimOfSize() {
        assertRefused(ships(new OfSize(SizeRank.LARGEST)), sized(1, 20, 20), cutShip(2, 99, 50, 0.6));
        assertRefused(ships(new OfSize(SizeRank.SMALLEST)), sized(1, 20, 20), cutShip(2, 99, 50, 0.6));
    }

    @Test
    void aSuperlativeComparesWhatTheWordsBeforeItLeftOver() {
        Description largestOnTheLeft = ships(new InRegion(Region.LEFT), new OfSize(SizeRank.LARGEST));
        assertNames(2, largestOnTheLeft, sized(1, 80, 30), sized(2, 15, 12), ship(3, 15, 80));
        // A large ship at the border of "left" may or may not be among them.
        assertRefused(largestOnTheLeft, sized(1, 40, 30), sized(2, 15, 12), ship(3, 15, 80));
    }

    @Test
    void aDirectionStartsFromAUniqueObject() {
        Description leftOfTheBridge = ships(new Towards(Bearing.LEFT, BRIDGE));
        assertNames(1, leftOfTheBridge, ship(1, 20, 50), ship(2, 80, 50), bridge(3, 50, 50));
        assertRefused(leftOfTheBridge, ship(1, 20, 50), ship(2, 80, 50), bridge(3, 50, 50), bridge(4, 50, 90));
        assertRefused(leftOfTheBridge, ship(1, 20, 50), ship(2, 80, 50));
    }

    @Test
    void anObliqueDirectionIsNotClaimedButStillBlocks() {
        Description left = ships(new Towards(Bearing.LEFT, BRIDGE));
        assertRefused(left, ship(1, 20, 20), ship(2, 80, 50), bridge(3, 50, 50));
        assertRefused(left, ship(1, 20, 50), ship(2, 20, 10), bridge(3, 50, 50));
        assertNames(
                1, ships(new Towards(Bearing.ABOVE_LEFT, BRIDGE)), ship(1, 20, 20), ship(2, 80, 50), bridge(3, 50, 50));
    }

    @Test
    void theNearestLeadsClearly() {
        Description nearest = ships(new Nearest(BRIDGE));
        assertNames(1, nearest, ship(1, 60, 50), ship(2, 90, 50), bridge(3, 40, 50));
        assertRefused(nearest, ship(1, 60, 50), ship(2, 63, 80), ship(3, 20, 50), bridge(4, 40, 50));
    }

    @Test
    void nothingIsNearestToItself() {
        Description topLeft = ships(new InRegion(Region.TOP_LEFT));
        Description nearest = ships(new Nearest(topLeft));
        assertNames(2, nearest, ship(1, 20, 20), ship(2, 50, 50), ship(3, 90, 90));
        assertThat(nearest.resolve(scene(ship(1, 20, 20))).isNone()).isTrue();
    }

    private static Description ships(Claim... claims) {
        return Description.of(ObjectCategory.SHIP, claims);
    }

    private static void assertNames(int id, Description description, SceneObject... objects) {
        assertThat(description.resolve(scene(objects)).target()).isEqualTo(OptionalInt.of(id));
    }

    private static void assertRefused(Description description, SceneObject... objects) {
        assertThat(description.resolve(scene(objects)).target()).isEmpty();
    }

    private static Scene scene(SceneObject... objects) {
        return new Scene(new SceneLayout(100, 100, Arrays.asList(objects)), 0.1, Margins.SAFE);
    }

    private static SceneObject ship(int id, double x, double y) {
        return shipOf(id, x, y, 6);
    }

    private static SceneObject sized(int id, double x, double side) {
        return shipOf(id, x, 50, side);
    }

    private static SceneObject shipOf(int id, double x, double y, double side) {
        return new SceneObject(id, ObjectCategory.SHIP, square(x, y, side), side * side, 1);
    }

    private static SceneObject cutShip(int id, double x, double y, double visible) {
        return new SceneObject(id, ObjectCategory.SHIP, square(x, y, 2), 4, visible);
    }

    private static SceneObject bridge(int id, double x, double y) {
        return new SceneObject(id, ObjectCategory.BRIDGE, square(x, y, 8), 64, 1);
    }

    private static Box square(double x, double y, double side) {
        return new Box(x - side / 2, y - side / 2, x + side / 2, y + side / 2);
    }
}
