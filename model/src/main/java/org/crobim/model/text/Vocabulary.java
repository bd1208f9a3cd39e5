package org.crobim.model.text;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.crobim.core.error.WeightsException;

/**
 * The word pieces that a text encoder knows; the place in the list is the number of the row in its table.
 *
 * @param pieces every piece once, {@code [PAD]} first; a piece that continues a word starts with {@code ##}
 */
public record Vocabulary(List<String> pieces) {
    /** Fills a batch up to its longest sentence; always number 0. */
    public static final String PAD = "[PAD]";
    /** Stands for a word that cannot be spelled. */
    public static final String UNKNOWN = "[UNK]";
    /** Opens every sentence. */
    public static final String START = "[CLS]";
    /** Ends every sentence. */
    public static final String END = "[SEP]";
    /** Kept for weights that were trained with it. */
    public static final String MASK = "[MASK]";

    /** Marks a piece that continues a word. */
    static final String CONTINUATION = "##";

    private static final List<String> SPECIAL = List.of(PAD, UNKNOWN, START, END, MASK);

    /**
     * Checks the pieces.
     *
     * @throws WeightsException if {@code [PAD]} is not first, another special piece is missing, or a piece is empty,
     *     holds a line break or stands twice
     */
    public Vocabulary {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty() || !pieces.get(0).equals(PAD)) {
            throw new WeightsException("vocabulary: piece 0 is "
                    + (pieces.isEmpty() ? "missing" : "\"" + pieces.get(0) + "\"")
                    + ", expected [PAD]. Give a BERT vocabulary, one piece per line.");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            if (piece.isEmpty() || piece.indexOf('\n') >= 0 || piece.indexOf('\r') >= 0) {
                throw new WeightsException(
                        "vocabulary: piece %d is empty or holds a line break, expected one piece per line."
                                .formatted(i));
            }
            if (!seen.add(piece)) {
                throw new WeightsException("vocabulary: piece %d, \"%s\", stands at %d already; remove one of them."
                        .formatted(i, piece, pieces.indexOf(piece)));
            }
        }
        for (String special : SPECIAL) {
            if (!seen.contains(special)) {
                throw new WeightsException("vocabulary: " + special + " is missing among " + pieces.size()
                        + " pieces. Give a BERT vocabulary that holds " + String.join(" ", SPECIAL) + ".");
            }
        }
    }

    /**
     * Word pieces without meaning, for networks that nobody asks anything.
     *
     * @param size at least that of a vocabulary without words
     */
    public static Vocabulary placeholder(int size) {
        int without = ofWords(List.of()).size();
        return ofWords(IntStream.range(without, size).mapToObj(i -> "w" + i).toList());
    }

    /**
     * A vocabulary of our own for training from scratch: no English sentence needs {@code [UNK]}.
     *
     * <p>Holds the special pieces, every printable ASCII character that is left after lower-casing, the same letters
     * and digits as continuations (punctuation never continues a word), and the words in alphabetical order. The result
     * depends on the set of words alone, not on their order.
     *
     * @param words words or whole sentences; taken apart as {@link Tokenizer} does
     */
    public static Vocabulary ofWords(Collection<String> words) {
        Set<String> pieces = new LinkedHashSet<>(SPECIAL);
        List<String> continuations = new ArrayList<>();
        for (char c = '!'; c <= '~'; c++) {
            if (!Character.isUpperCase(c)) {
                pieces.add(String.valueOf(c));
            }
            if (Character.isLowerCase(c) || Character.isDigit(c)) {
                continuations.add(CONTINUATION + c);
            }
        }
        pieces.addAll(continuations);
        Set<String> sorted = new TreeSet<>();
        words.forEach(text -> sorted.addAll(WordSplit.words(text)));
        pieces.addAll(sorted);
        return new Vocabulary(List.copyOf(pieces));
    }

    /**
     * Reads a published {@code vocab.txt}.
     *
     * @param vocabularyFile UTF-8, one piece per line
     * @throws WeightsException if the file cannot be read or is no BERT vocabulary
     */
    public static Vocabulary read(Path vocabularyFile) {
        try {
            return parse(Files.readString(vocabularyFile));
        } catch (CharacterCodingException e) {
            throw new WeightsException(vocabularyFile + ": not UTF-8 text, expected one word piece per line.", e);
        } catch (IOException e) {
            throw new WeightsException(
                    vocabularyFile + ": cannot be read (" + e + "). Give the vocab.txt of the text encoder.", e);
        } catch (WeightsException e) {
            throw new WeightsException(vocabularyFile + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws WeightsException if the text is no BERT vocabulary
     */
    public static Vocabulary parse(String text) {
        String unix = text.replace("\r\n", "\n");
        String body = unix.endsWith("\n") ? unix.substring(0, unix.length() - 1) : unix;
        return new Vocabulary(Arrays.asList(body.split("\n", -1)));
    }

    /** One piece per line, as in {@code vocab.txt} and in the metadata of a weights file. */
    public String text() {
        return String.join("\n", pieces) + "\n";
    }

    /** Number of pieces, the rows of the text encoder's table. */
    public int size() {
        return pieces.size();
    }

    /**
     * The number of a piece.
     *
     * @throws IllegalArgumentException if there is no such piece
     */
    public int idOf(String piece) {
        int id = pieces.indexOf(piece);
        if (id < 0) {
            throw new IllegalArgumentException("no piece \"" + piece + "\" in a vocabulary of " + size());
        }
        return id;
    }
}
