package org.crobim.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crobim.core.error.WeightsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
    private static final String FEWEST = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nship\n##s\n";

    @Test
    void paddingIsPieceZero() {
        assertThat(Vocabulary.ofWords(List.of()).idOf("[PAD]")).isZero();
        assertThatThrownBy(() -> Vocabulary.parse("[UNK]\n[PAD]\n"))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("piece 0 is \"[UNK]\", expected [PAD]");
    }

    @Test
    void aMissingSpecialPieceIsNamed() {
        assertThatThrownBy(() -> Vocabulary.parse(FEWEST.replace("[SEP]\n", "")))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("[SEP] is missing");
    }

    @Test
    void aPieceThatStandsTwiceIsRefusedWithBothPlaces() {
        assertThatThrownBy(() -> Vocabulary.parse(FEWEST + "ship\n"))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("piece 7, \"ship\", stands at 5 already");
    }

    @Test
    void anEmptyLineIsRefused() {
        assertThatThrownBy(() -> Vocabulary.parse(FEWEST + "\nplane\n"))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("piece 7 is empty");
    }

    @Test
    void theTextComesBackAsTheSamePieces() {
        Vocabulary vocabulary = Vocabulary.ofWords(List.of("a ship near the dock", "tennis court"));
        assertThat(Vocabulary.parse(vocabulary.text())).isEqualTo(vocabulary);
        assertThat(Vocabulary.parse(FEWEST.replace("\n", "\r\n")).pieces()).contains("ship", "##s");
    }

    @Test
    void wordsAreLowerCasedSplitAndSortedWhateverTheirOrder() {
        Vocabulary one = Vocabulary.ofWords(List.of("Ground-Track field", "café"));
        Vocabulary other = Vocabulary.ofWords(List.of("cafe", "field", "track", "ground"));
        assertThat(one).isEqualTo(other);
        assertThat(one.pieces()).endsWith("cafe", "field", "ground", "track");
    }

    @Test
    void everyLetterAndDigitCanStandAloneAndContinueAWord() {
        assertThat(Vocabulary.ofWords(List.of()).pieces())
                .contains("a", "z", "0", "9", "!", "~", "##a", "##z", "##0", "##9")
                .doesNotContain("A", "##!");
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("vocab.txt");
        assertThatThrownBy(() -> Vocabulary.read(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("vocab.txt")
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aBinaryFileIsNoVocabulary(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("vocab.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThatThrownBy(() -> Vocabulary.read(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("not UTF-8");
    }
}
