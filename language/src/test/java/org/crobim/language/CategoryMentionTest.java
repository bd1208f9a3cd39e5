package org.crobim.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryMentionTest {
    @ParameterizedTest
    @EnumSource(ObjectCategory.class)
    void allNamesOfAllClassesAreKnownInSingularAndPlural(ObjectCategory category) {
        for (String name : category.names()) {
            assertThat(CategoryMention.find("The large " + name + " on the left."))
                    .contains(category);
            assertThat(CategoryMention.find("two " + name + "s")).contains(category);
            assertThat(CategoryMention.find(name.replace(" ", "-"))).contains(category);
            assertThat(CategoryMention.find(name.replace(" ", ""))).contains(category);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "The small vehicle is located near the bottom left corner of the image., VEHICLE",
        "A ground track field is in the red and gray stadium in the middle, GROUND_TRACK_FIELD",
        "The tennis court is on the lower right of the basketball court on the top, TENNIS_COURT",
        "the train station beside the track, TRAIN_STATION",
        "Expressway-Service-area, EXPRESSWAY_SERVICE_AREA",
        "the blue court, TENNIS_COURT"
    })
    void theFirstAndLongestNameDecides(String text, ObjectCategory category) {
        assertThat(CategoryMention.find(text)).contains(category);
    }

    @ParameterizedTest
    @EnumSource(ObjectCategory.class)
    void aDataFileMaySpellAClassNameInAnyWay(ObjectCategory category) {
        for (String name : category.names()) {
            assertThat(CategoryMention.named(name)).contains(category);
            assertThat(CategoryMention.named(name.toUpperCase(Locale.ROOT).replace(' ', '_')))
                    .contains(category);
            assertThat(CategoryMention.named(name.replace(' ', '-') + "s")).contains(category);
            assertThat(CategoryMention.named(name.replace(" ", ""))).contains(category);
        }
    }

    @ParameterizedTest
    @CsvSource({"Large_Vehicle, VEHICLE", "small-vehicle, VEHICLE", "Harbour, HARBOR", "aeroplane, AIRPLANE"})
    void aDataFileMayUseTheSpellingsOfDotaAndDior(String name, ObjectCategory category) {
        assertThat(CategoryMention.named(name)).contains(category);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the ship", "ship on the left", "cargo ship", "court", "tank", "bus", "track", "sheep", ""})
    void whatIsNotAsAWholeTheNameOfAClassNamesNone(String name) {
        assertThat(CategoryMention.named(name)).isEmpty();
    }

    @Test
    void aSentenceWithoutAClassWordHasNone() {
        assertThat(CategoryMention.find("the thing on the left")).isEmpty();
        assertThat(CategoryMention.find("the shipping area")).isEmpty();
        assertThat(CategoryMention.find("")).isEmpty();
    }
}
