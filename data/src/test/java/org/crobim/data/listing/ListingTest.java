package org.crobim.data.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crobim.core.error.InputException;
import org.crobim.data.listing.PhraseList.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
    @TempDir
    private Path folder;

    @Test
    void aNameThatComesAgainGetsANumberThatIsFree() {
        SampleIds ids = new SampleIds();
        assertThat(List.of("a", "a", "a#2", "a", "b").stream().map(ids::next))
                .containsExactly("a", "a#2", "a#2#2", "a#3", "b")
                .doesNotHaveDuplicates();
        assertThat(SampleIds.stem("train_1_2.png")).isEqualTo("train_1_2");
        assertThat(SampleIds.stem(".hidden")).isEqualTo(".hidden");
    }

    @Test
    void linesEndWithEitherMarkAndTheLastOneMayHaveNone() throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"), "\uFEFFone\r\n\ntwo \u00e9");
        List<String> lines = new ArrayList<>();
        try (TextLines reader = TextLines.open(file)) {
            while (reader.advance()) {
                lines.add(reader.number() + reader.text());
            }
        }
        assertThat(lines).containsExactly("1one", "2", "3two \u00e9");
    }

    @Test
    void aPhraseIsSplitAtItsFirstSpace() throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"), "a.png The ship  on the left \r\n\n b  A dam\n");
        assertThat(PhraseList.read(file, "Made"))
                .containsExactly(new Phrase(1, "a.png", "The ship  on the left"), new Phrase(3, "b", "A dam"));
    }

    @Test
    void aWrongEncodingIsReportedWithItsLine() throws IOException {
        Path file = folder.resolve("list.txt");
        Files.write(file, "a.png A dam\nb.png A caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> PhraseList.read(file, "Made"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("list.txt line 2 is not UTF-8 text", "Convert the file");
    }

    @Test
    void missingFilesAreCountedAndANameThatNoFileCanHaveIsMissingToo() throws IOException {
        Files.createFile(folder.resolve("there.png"));
        ListedFiles images = new ListedFiles(folder, "images", "Made");
        images.require(List.of("there.png"));
        assertThatThrownBy(() -> images.require(List.of("there.png", "no\0thing.png", "gone.png")))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("2 of 3 images are missing", "Download the Made images", folder.toString());
    }
}
