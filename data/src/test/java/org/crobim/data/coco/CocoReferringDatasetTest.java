package org.crobim.data.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.crobim.core.mask.Mask;
import org.crobim.data.ReferringSample;
import org.crobim.language.ObjectCategory;
import org.crobim.language.ReferringExpression;
import org.crobim.language.SentenceSource;
import org.crobim.language.Stratum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CocoReferringDatasetTest {
    /** Says everything twice and asks for something absent. */
    private static final SentenceSource REPEATING = (layout, count, random) -> {
        List<ReferringExpression> said = new ArrayList<>(SyntheticCoco.LEFT_EDGES.sentences(layout, count, random));
        said.addAll(List.copyOf(said));
        said.add(new ReferringExpression("no dam", OptionalInt.empty(), ObjectCategory.DAM, Stratum.ABSENT));
        return said;
    };

    @TempDir
    private Path folder;

    @Test
    void aSampleTellsItsClassAndStratumAndHasTheMaskOfItsObject() throws IOException {
        CocoReferringDataset data = create();
        assertThat(data.samples())
                .extracting(ReferringSample::id)
                .containsExactly("a.png#0", "a.png#1", "a.png#2", "b.png#0", "b.png#1");
        ReferringSample second = data.samples().get(1);
        assertThat(second.imageId()).isEqualTo("a.png");
        assertThat(second.category()).contains(ObjectCategory.SHIP);
        assertThat(second.stratum()).contains(Stratum.EXTREME);
        Mask mask = data.readMask(second);
        assertThat(mask.area()).isEqualTo(16 * 12);
        assertThat(mask.get(40, 20) && mask.get(55, 31)).isTrue();
        assertThat(data.readImage(second).channel(47, 25, 0)).isEqualTo(255);
        assertThat(mask.width()).isEqualTo(64);
    }

    @Test
    void sentencesThatNameNothingAreListedOnceAnImageWithAnEmptyMaskOfItsSize() throws IOException {
        CocoReferringDataset data = create();
        assertThat(data.samples())
                .filteredOn(sample -> sample.stratum().equals(Optional.of(Stratum.ABSENT)))
                .hasSize(2)
                .allSatisfy(sample -> assertThat(data.readMask(sample)).isEqualTo(Mask.empty(64, 48)));
    }

    @Test
    void aSeedGivesTheSameListAlways() throws IOException {
        assertThat(create().samples()).isEqualTo(create().samples());
    }

    private CocoReferringDataset create() throws IOException {
        Path json = Files.exists(folder.resolve("instances.json"))
                ? folder.resolve("instances.json")
                : SyntheticCoco.write(folder);
        return CocoReferringDataset.create(
                new CocoReferringDataset.Plan("val", 4, 1),
                CocoInstances.read(json).images(),
                folder,
                REPEATING);
    }
}
