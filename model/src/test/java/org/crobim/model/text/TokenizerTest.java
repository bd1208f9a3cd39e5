package org.crobim.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    private static final Vocabulary VOCABULARY =
            Vocabulary.ofWords(List.of("the small ship near a harbor on left", "airplane", "cafe"));

    private static List<String> pieces(Encoding encoding) {
        return IntStream.of(encoding.ids()).mapToObj(VOCABULARY.pieces()::get).toList();
    }

    private static Encoding encode(String sentence, int maximumLength) {
        try (Tokenizer tokenizer = Tokenizer.of(VOCABULARY, maximumLength)) {
            return tokenizer.encode(sentence);
        }
    }

    @Test
    void aSentenceIsLowerCasedAndFramed() {
        Encoding encoding = encode("The small Ship, near a CAFÉ.", 50);
        assertThat(pieces(encoding))
                .containsExactly("[CLS]", "the", "small", "ship", ",", "near", "a", "cafe", ".", "[SEP]");
        assertThat(encoding.cut()).isFalse();
        assertThat(encoding.unknownWords()).isEmpty();
    }

    @Test
    void theLongestPieceWins() {
        assertThat(pieces(encode("airplanes", 50))).containsExactly("[CLS]", "airplane", "##s", "[SEP]");
    }

    @Test
    void aLongSentenceKeepsItsEndMarkAndTellsTheCut() {
        Encoding encoding = encode("the small ship near a harbor", 6);
        assertThat(pieces(encoding)).containsExactly("[CLS]", "the", "small", "ship", "near", "[SEP]");
        assertThat(encoding.cut()).isTrue();
    }

    @Test
    void aSentenceThatJustFitsIsNotCut() {
        Encoding encoding = encode("the small ship near", 6);
        assertThat(encoding.length()).isEqualTo(6);
        assertThat(encoding.cut()).isFalse();
    }

    @Test
    void wordsOutsideTheVocabularyAreNamed() {
        Encoding encoding = encode("the Zeppelin near 北 airplanes 42 left", 50);
        assertThat(encoding.unknownWords()).containsExactly("zeppelin", "北");
        assertThat(pieces(encoding)).contains("z", "##e", "[UNK]", "4", "##2");
    }

    @Test
    void anUnknownWordBehindAnEmojiIsStillSpelledRight() {
        assertThat(encode("ship 🚢 é zeppelin", 50).unknownWords()).containsExactly("🚢", "zeppelin");
    }

    @Test
    void anEmptySentenceIsStartAndEnd() {
        assertThat(pieces(encode("", 50))).containsExactly("[CLS]", "[SEP]");
        assertThat(pieces(encode(" \t\n", 50))).containsExactly("[CLS]", "[SEP]");
    }

    @Test
    void specialPiecesCannotBeTyped() {
        assertThat(encode("ship [SEP] [PAD]", 50).ids()).doesNotContain(0).containsOnlyOnce(VOCABULARY.idOf("[SEP]"));
    }

    @Test
    void theSplitOfTheVocabularyIsTheSplitOfTheLibrary() {
        List<String> sentences =
                List.of("A ground-track field's corner (top/left), 50% of it", "naïve façade—Ångström “quoted”");
        Vocabulary vocabulary = Vocabulary.ofWords(sentences);
        try (Tokenizer tokenizer = Tokenizer.of(vocabulary, 60)) {
            for (String sentence : sentences) {
                List<String> pieces = IntStream.of(tokenizer.encode(sentence).ids())
                        .mapToObj(vocabulary.pieces()::get)
                        .toList();
                assertThat(pieces.subList(1, pieces.size() - 1)).isEqualTo(WordSplit.words(sentence));
            }
        }
    }

    @Test
    void manyThreadsGetTheSameAnswers() {
        try (Tokenizer tokenizer = Tokenizer.of(VOCABULARY, 50)) {
            List<String> sentences = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                sentences.add("the small ship " + i % 40 + " near a harbor");
            }
            List<Encoding> alone = sentences.stream().map(tokenizer::encode).toList();
            try (Tokenizer shared = Tokenizer.of(VOCABULARY, 50)) {
                Stream<String> parallel = sentences.parallelStream();
                assertThat(parallel.map(shared::encode).toList()).isEqualTo(alone);
            }
        }
    }

    @Test
    void aLengthWithoutRoomForAWordIsRefused() {
        assertThatThrownBy(() -> Tokenizer.of(VOCABULARY, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 3");
    }
}
