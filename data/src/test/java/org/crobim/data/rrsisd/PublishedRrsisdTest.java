package org.crobim.data.rrsisd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crobim.core.error.InputException;
import org.crobim.data.refer.Reference;
import org.crobim.data.refer.ReferenceList;
import org.crobim.data.refer.SentenceField;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the published figures; validation and test sentences are only counted here. */
class PublishedRrsisdTest {
    private static final Path FOLDER = Path.of(System.getProperty("crobim.shared", "../../shared"), "data", "rrsis-d");

    /** Sentences of each class in all splits, by class number. */
    private static final List<Long> ALL = List.of(
            571L, 548L, 559L, 931L, 1198L, 584L, 1311L, 557L, 847L, 656L, 1177L, 197L, 1114L, 903L, 447L, 592L, 489L,
            689L, 2712L, 1320L);

    /** The same of the test split. */
    private static final List<Long> TEST = List.of(
            123L, 114L, 99L, 196L, 228L, 121L, 269L, 107L, 175L, 112L, 254L, 27L, 226L, 182L, 88L, 110L, 104L, 128L,
            558L, 260L);

    private List<Reference> references = List.of();

    @BeforeEach
    void read() {
        Path file = FOLDER.resolve("refs(unc)-50-all.p");
        Assumptions.assumeTrue(Files.isRegularFile(file), "needs rrsis-d under -Dcrobim.shared");
        references = ReferenceList.read(file, "RRSIS-D");
    }

    @Test
    void allReferencesAreReadAndSplitAsPublished() {
        assertThat(references).hasSize(17_402);
        assertThat(references.stream().collect(Collectors.groupingBy(Reference::split, Collectors.counting())))
                .isEqualTo(Map.of("train", 12_181L, "val", 1_740L, "test", 3_481L));
        assertThat(references).allSatisfy(reference -> {
            assertThat(reference.sentences()).hasSize(1);
            assertThat(reference.annotationId()).isEqualTo(reference.refId()).isEqualTo(reference.imageId());
            assertThat(reference.fileName()).isEqualTo("%05d.jpg".formatted(reference.imageId()));
        });
    }

    @Test
    void everyClassHasItsPublishedNumberOfSentences() {
        assertThat(counts(references.stream())).isEqualTo(ALL);
        assertThat(counts(references.stream()
                        .filter(reference -> reference.split().equals("test"))))
                .isEqualTo(TEST);
        for (int id = 0; id < RrsisdCategories.names().size(); id++) {
            assertThat(RrsisdCategories.category(id))
                    .as(RrsisdCategories.names().get(id))
                    .isPresent();
        }
    }

    @Test
    void theOverwrittenSentencesOfThisCopyAreFoundAndReadWhole() throws IOException {
        assertThat(references.stream().map(reference -> reference.sentences().get(0)))
                .filteredOn(sentence -> !sentence.raw().equals(sentence.sent()))
                .hasSize(6_085)
                .allSatisfy(sentence -> assertThat(RrsisdCategories.names()).contains(sentence.raw()));
        List<String> lines = Files.readAllLines(FOLDER.resolve("rrsisd_refs.jsonl"));
        Map<Long, Reference> byId =
                references.stream().collect(Collectors.toMap(Reference::refId, reference -> reference));
        assertThat(lines).hasSize(17_402).allSatisfy(line -> {
            long refId = Long.parseLong(line.substring("{\"ref_id\": ".length(), line.indexOf(',')));
            String text = SentenceField.WHOLE.of(
                    Objects.requireNonNull(byId.get(refId)).sentences().get(0));
            assertThat(line).endsWith("\"sent\": \"%s\"}".formatted(text.replace("\"", "\\\"")));
        });
    }

    @Test
    void withoutImagesTheDataSetSaysWhatToDownload() {
        assertThatThrownBy(() -> RrsisdDataset.open(FOLDER, "train"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Download RRSIS-D");
    }

    private static List<Long> counts(Stream<Reference> chosen) {
        Map<Long, Long> counts = chosen.collect(Collectors.groupingBy(Reference::categoryId, Collectors.counting()));
        return Stream.iterate(0L, id -> id + 1)
                .limit(RrsisdCategories.names().size())
                .map(id -> counts.getOrDefault(id, 0L))
                .toList();
    }
}
