package org.crobim.data.render.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crobim.data.render.dataset.HeldOutCompositions.Composition;
import org.crobim.language.ObjectCategory;
import org.crobim.language.attribute.ColourName;
import org.crobim.language.claim.Between;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Has;
import org.crobim.language.claim.InRegion;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.Towards;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Region;
import org.junit.jupiter.api.Test;

class HeldOutCompositionsTest {
    private static final Description DAM = Description.of(ObjectCategory.DAM);

    @Test
    void classAndAttributesMeetEveryRelationOfTheTarget() {
        Description description = Description.of(
                ObjectCategory.SHIP, new Has(ColourName.RED), new Towards(Bearing.LEFT, DAM), new Nearest(DAM));

        assertThat(HeldOutCompositions.of(description))
                .containsExactly(
                        new Composition("red", "left"),
                        new Composition("red", "nearest"),
                        new Composition("ship", "left"),
                        new Composition("ship", "nearest"));
    }

    @Test
    void relationsWithinTheDescriptionsOfOthersCount() {
        Description nearest = Description.of(ObjectCategory.BRIDGE, new Nearest(DAM));
        Description description = Description.of(ObjectCategory.VEHICLE, new Between(DAM, nearest));

        assertThat(HeldOutCompositions.of(description))
                .containsExactly(new Composition("bridge", "nearest"), new Composition("vehicle", "between"));
    }

    @Test
    void placesInTheImageAreNoRelations() {
        Description description = Description.of(ObjectCategory.SHIP, new InRegion(Region.TOP));

        assertThat(HeldOutCompositions.of(description)).isEmpty();
        assertThat(HeldOutCompositions.isHeldOut(description)).isFalse();
    }

    /** A changed choice would let weights be judged on what they learnt from. */
    @Test
    void theChoiceIsFixedAboutOneInSixAndSparesNoRelation() {
        List<Composition> heldOut = new ArrayList<>();
        for (ObjectCategory category : ObjectCategory.values()) {
            for (Bearing bearing : Bearing.values()) {
                Composition composition =
                        new Composition(category.canonicalName(), bearing.name().toLowerCase(Locale.ROOT));
                if (composition.isHeldOut()) {
                    heldOut.add(composition);
                }
            }
        }
        int all = ObjectCategory.values().length * Bearing.values().length;

        assertThat((double) heldOut.size() / all).isBetween(0.1, 0.24);
        assertThat(new Composition("dam", "nearest").isHeldOut()).isTrue();
        assertThat(new Composition("airport", "next to").isHeldOut()).isTrue();
        assertThat(new Composition("soccer ball field", "between").isHeldOut()).isTrue();
        assertThat(new Composition("ship", "nearest").isHeldOut()).isFalse();
    }
}
