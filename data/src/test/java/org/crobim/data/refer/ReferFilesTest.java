package org.crobim.data.refer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.crobim.core.error.InputException;
import org.crobim.core.mask.Mask;
import org.crobim.data.ReferringSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferFilesTest {
    @TempDir
    private Path folder;

    @Test
    void severalRunLengthsOfOneAnnotationAreOneMask() throws IOException {
        Mask left = MadeRefer.rectangle(10, 0, 0, 6, 10);
        Mask right = MadeRefer.rectangle(10, 4, 0, 10, 10);
        new MadeRefer().annotation(5, 13, left, right).write(folder);

        InstanceMask mask = mask(5);

        assertThat(mask.mask().parts()).hasSize(2);
        assertThat(mask.mask().decode().area()).isEqualTo(100);
        assertThat(mask.mask().isEmpty()).isFalse();
    }

    @Test
    void uncompressedRunLengthsASingleObjectAndTheRightSpellingAreReadToo() throws IOException {
        new MadeRefer()
                .annotation(
                        "{\"id\": 3, \"category_id\": 15, \"segmentation\": {\"size\": [2, 3], \"counts\": [1, 2, 3]}}")
                .write(folder);

        InstanceMask mask = mask(3);

        assertThat(mask.categoryId()).isEqualTo(15);
        assertThat(mask.mask().decode()).isEqualTo(Mask.of(3, 2, new byte[] {0, 1, 0, 1, 0, 0}));
    }

    @Test
    void annotationsThatNobodyAskedForMayBeAnything() throws IOException {
        new MadeRefer()
                .annotation("{\"id\": 3, \"segmentation\": \"damaged\"}")
                .annotation(4, 13, Mask.empty(2, 2))
                .write(folder);
        assertThat(mask(4).mask().isEmpty()).isTrue();
        assertThat(read(Set.of(4L)).categories()).isEqualTo(Map.of(13L, "ship", 15L, "storagetank"));
    }

    @Test
    void aDamagedAnnotationIsReportedWithItsLine() throws IOException {
        assertRefused("{\"id\": 1, \"categories_id\": 1, \"segmentation\": []}", "empty segmentation");
        assertRefused(
                "{\"id\": 1, \"categories_id\": 1, \"segmentation\": [[1, 2, 3, 4, 5, 6]]}", "not run-length encoded");
        assertRefused(
                "{\"id\": 1, \"segmentation\": [{\"size\": [2, 2], \"counts\": [4]}]}", "[categories_id, category_id]");
        assertRefused(
                "{\"id\": 1, \"categories_id\": 1, \"segmentation\": [{\"size\": [2, 2], \"counts\": [5]}]}",
                "add up to 5");
        assertRefused(
                "{\"id\": 1, \"categories_id\": 1, \"segmentation\": [{\"size\": [2, 2], \"counts\": \"!\"}]}",
                "run lengths that are damaged");
        assertRefused(
                "{\"id\": 1, \"categories_id\": 1, \"segmentation\": [{\"size\": [99999, 99999], \"counts\": [9]}]}",
                "9999800001 pixels");
        assertRefused("{\"categories_id\": 1}", "has no \"id\"");
    }

    @Test
    void aFileThatIsCutOffOrNoInstancesFileIsAnError() throws IOException {
        Path file = folder.resolve("instances.json");
        for (String text :
                List.of("", "[]", "{\"annotations\": [{\"id\": 1", "{\"annotations\": 3}", "{\"images\": []}")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> read(Set.of(1L)))
                    .as(text)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("instances.json");
        }
    }

    @Test
    void everySentenceIsASampleAndSentencesOfOneImageLieTogether() throws IOException {
        new MadeRefer()
                .reference(1, "a.png", "train", 13, "One", "One", "Two", "Two")
                .reference(2, "b.png", "train", 13, "Three", "Three")
                .reference(3, "a.png", "train", 15, "Four", "Four")
                .annotation(1, 13, Mask.empty(4, 4))
                .annotation(2, 13, Mask.empty(4, 4))
                .annotation(3, 15, Mask.empty(4, 4))
                .write(folder);
        MadeRefer.image(folder.resolve("a.png"), 4, 4);
        MadeRefer.image(folder.resolve("b.png"), 4, 4);

        ReferDataset dataset = ReferDataset.open(layout(), "train", SentenceField.RAW);

        assertThat(dataset.samples()).extracting(ReferringSample::id).containsExactly("a", "a#2", "a#3", "b");
        assertThat(dataset.samples()).extracting(ReferringSample::text).containsExactly("One", "Two", "Four", "Three");
    }

    @Test
    void referenceAndAnnotationMustBeOfOneClass() throws IOException {
        new MadeRefer()
                .reference(1, "a.png", "train", 13, "One", "One")
                .annotation(1, 15, Mask.empty(4, 4))
                .write(folder);
        MadeRefer.image(folder.resolve("a.png"), 4, 4);
        assertThatThrownBy(() -> ReferDataset.open(layout(), "train", SentenceField.RAW))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("class 13", "class 15");
    }

    @Test
    void aReferenceThatIsIncompleteOrNoDataIsReported() throws IOException {
        assertReferencesRefused("(lI1\na.", "reference 0 is no dict");
        assertReferencesRefused("(dS'a'\nI1\ns.", "holds no list");
        assertReferencesRefused("(l(dS'ref_id'\nS'x'\nsa.", "has \"ref_id\": x, expected an integer");
        assertReferencesRefused("(l(dS'ref_id'\nI1\nsa.", "has no \"sentences\"");
        assertReferencesRefused("(lcos\nsystem\n.", "asks for the Python code os.system");
        assertReferencesRefused("(l", "Download it again");
    }

    private void assertReferencesRefused(String pickle, String messagePart) throws IOException {
        Path file = folder.resolve("refs(unc).p");
        Files.writeString(file, pickle);
        assertThatThrownBy(() -> ReferenceList.read(file, "Made"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(messagePart, "refs(unc).p");
    }

    private void assertRefused(String annotation, String messagePart) throws IOException {
        new MadeRefer().annotation(annotation).write(folder);
        assertThatThrownBy(() -> read(Set.of(1L)))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("instances.json line 4: annotations[0]", messagePart);
    }

    private InstanceMask mask(long id) {
        return Objects.requireNonNull(read(Set.of(id)).byAnnotation().get(id));
    }

    private InstanceMasks read(Set<Long> wanted) {
        return InstanceMasks.read(folder.resolve("instances.json"), wanted, "Made");
    }

    private ReferLayout layout() {
        return new ReferLayout("Made", folder.resolve("refs(unc).p"), folder.resolve("instances.json"), folder, 0);
    }
}
