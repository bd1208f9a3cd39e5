package org.crobim.data.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crobim.data.check.MadeDataset.SIDE;
import static org.crobim.data.check.MadeDataset.scene;
import static org.crobim.data.check.MadeDataset.square;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.crobim.core.error.InputException;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.annotated.ErrorPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCheckTest {
    @TempDir
    private Path folder;

    private MadeDataset data = new MadeDataset(Path.of(""));

    @BeforeEach
    void makeCleanDataset() throws IOException {
        data = MadeDataset.clean(folder);
    }

    private Finding onlyFinding(FindingKind kind) {
        CheckReport report = data.check();
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(kind);
        return report.findings().get(0);
    }

    @Test
    void aCleanSetHasNoFindingsAndIsCounted() {
        CheckReport report = data.check();

        assertThat(report.findings()).isEmpty();
        assertThat(report.splits())
                .containsExactly(new CheckReport.SplitCount("train", 1, 1), new CheckReport.SplitCount("test", 1, 1));
    }

    @Test
    void theCopiesThatTheLayoutDemandsAreNoDuplicates() throws IOException {
        data.sample("train", "train_1_1.png", "the bridge", scene(1), square(SIDE, 5));

        CheckReport report = data.check();

        assertThat(report.findings()).isEmpty();
        assertThat(report.splits().get(0)).isEqualTo(new CheckReport.SplitCount("train", 2, 1));
    }

    @Test
    void aLineWithoutSentenceIsNamedByItsNumber() throws IOException {
        data.line("test", "test_9_0.png");

        Finding finding = onlyFinding(FindingKind.BROKEN_LINE);

        assertThat(finding.place().line()).isEqualTo(2);
        assertThat(finding.text()).contains("output_phrase_test.txt line 2", "has no sentence");
        assertThat(finding.message()).doesNotContain("output_phrase_test.txt");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aLineInAnotherEncodingIsNamedByItsNumber() throws IOException {
        data.bytes("train", "train_1_0.png the jetée\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(onlyFinding(FindingKind.BROKEN_LINE).text()).contains("line 2", "UTF-8");
    }

    @Test
    void missingFilesAreNamedWithTheLineThatNeedsThem() throws IOException {
        data.line("train", "train_2_0.png the dam");

        CheckReport report = data.check();

        assertThat(report.findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.MISSING_IMAGE, FindingKind.MISSING_MASK);
        assertThat(report.findings().get(0).text()).contains("img_rgb", "train_2_0.png", "txt line 2");
        assertThat(report.findings().get(1).text()).contains("mask", "train_2_0.png", "txt line 2");
        assertThat(report.count(Severity.ERROR)).isEqualTo(2);
    }

    @Test
    void anImageThatIsCutOffIsUnreadable() throws IOException {
        Path file = folder.resolve("img_rgb/train_1_0.png");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        Finding finding = onlyFinding(FindingKind.UNREADABLE_IMAGE);

        assertThat(finding.sample()).isEqualTo("train_1_0");
        assertThat(finding.text()).startsWith(file + ": ").contains("cut off").doesNotContain(": " + file);
    }

    @Test
    void aMaskThatIsNoImageIsUnreadable() throws IOException {
        Files.writeString(folder.resolve("mask/test_1_0.png"), "<html>not found</html>");

        assertThat(onlyFinding(FindingKind.UNREADABLE_MASK).text()).contains("not an image");
    }

    @Test
    void aMaskOfAnotherSizeIsReportedWithBothSizes() {
        data.mask("train_1_0.png", square(32, 9));

        assertThat(onlyFinding(FindingKind.SIZE_MISMATCH).message()).contains("32 x 32", "64 x 64");
    }

    @Test
    void emptyAndFullMasksAreWarnings() {
        data.mask("train_1_0.png", Mask.empty(SIDE, SIDE));
        assertThat(onlyFinding(FindingKind.EMPTY_MASK).severity()).isEqualTo(Severity.WARNING);

        data.mask("train_1_0.png", square(SIDE, SIDE));
        assertThat(onlyFinding(FindingKind.FULL_MASK).message()).contains("the ship");
    }

    @Test
    void theSamePixelsUnderAnotherImageNumberAreADuplicate() throws IOException {
        data.sample("train", "train_7_0.png", "the harbor", scene(1), square(SIDE, 5));

        assertThat(onlyFinding(FindingKind.DUPLICATE_IMAGE).text()).contains("train_7_0.png", "train_1_0.png");
    }

    @Test
    void aBrighterCopyLooksAlike() throws IOException {
        data.sample("train", "train_7_0.png", "the harbor", brighter(scene(1)), square(SIDE, 5));

        assertThat(onlyFinding(FindingKind.SIMILAR_IMAGE).text()).contains("train_7_0.png", "train_1_0.png");
    }

    @Test
    void anImageInTwoSplitsIsALeakHoweverManyCopiesThereAre() throws IOException {
        data.sample("test", "test_2_0.png", "the harbor", scene(1), square(SIDE, 5));
        data.sample("test", "test_2_1.png", "the bridge", scene(1), square(SIDE, 7));

        Finding finding = onlyFinding(FindingKind.LEAKED_IMAGE);

        assertThat(finding.split()).isEqualTo("test");
        assertThat(finding.text()).contains("test_2_0.png", "split train", "train_1_0.png");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aLikenessInAnotherSplitIsAWarning() throws IOException {
        data.sample("test", "test_2_0.png", "the harbor", brighter(scene(1)), square(SIDE, 5));

        assertThat(onlyFinding(FindingKind.LEAKED_LIKENESS).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aSentenceAboutAnImageOfAnotherSplitLeaksAsWell() throws IOException {
        data.sample("test", "test_2_0.png", "The  ship.", scene(1), square(SIDE, 9));

        assertThat(data.check().findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.LEAKED_IMAGE, FindingKind.LEAKED_SAMPLE);
    }

    @Test
    void aSampleThatIsThereTwiceIsADuplicateWhateverItsSpelling() throws IOException {
        data.sample("train", "train_1_1.png", "The ship.", scene(1), square(SIDE, 9));

        assertThat(onlyFinding(FindingKind.DUPLICATE_SAMPLE).message()).contains("The ship.", "train_1_0");
    }

    @Test
    void aSentenceWithTwoMasksOnOneImageIsAmbiguous() throws IOException {
        data.sample("train", "train_1_1.png", "the ship", scene(1), square(SIDE, 30));

        assertThat(onlyFinding(FindingKind.AMBIGUOUS_SENTENCE).message()).contains("another mask", "train_1_0");
    }

    @Test
    void longSentencesAndUnknownWordsAreWarnings() throws IOException {
        data.sample("train", "train_1_1.png", "the dam that lies at the bottom", scene(1), square(SIDE, 9));
        assertThat(onlyFinding(FindingKind.TRUNCATED_SENTENCE).message()).contains("9 tokens", "reads 8");
        assertThat(data.check().count(FindingKind.TRUNCATED_SENTENCE, "train")).isEqualTo(1);

        data.sample("test", "test_1_1.png", "the zorb", scene(2), square(SIDE, 9));
        assertThat(data.check().findings().get(1).text()).contains("output_phrase_test.txt line 2", "zorb");
    }

    @Test
    void theFirstErrorEndsTheCheckWhereThatIsAskedFor() throws IOException {
        data.line("train", "train_3_0.png the dam");
        data.line("test", "test_9_0.png the dam");

        assertThatThrownBy(() -> data.check(2, ErrorPolicy.FAIL))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("train_3_0.png")
                .hasMessageContaining("--on-error skip");
    }

    @Test
    void theReportDoesNotDependOnTheNumberOfThreads() throws IOException {
        for (int i = 0; i < 12; i++) {
            data.sample("val", "val_%d_0.png".formatted(i), "the dam", scene(i % 5), square(SIDE, i));
        }

        assertThat(data.check(4, ErrorPolicy.SKIP)).isEqualTo(data.check(1, ErrorPolicy.SKIP));
    }

    private static RgbImage brighter(RgbImage image) {
        byte[] rgb = image.rgb().clone();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.min(255, (rgb[i] & 0xff) * 0.9 + 20);
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }
}
