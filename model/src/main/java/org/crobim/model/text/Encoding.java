package org.crobim.model.text;

import java.util.Arrays;
import java.util.List;

/**
 * One sentence as numbers of word pieces.
 *
 * @param ids {@code [CLS]}, the pieces, {@code [SEP]}; not padded
 * @param cut whether pieces at the end were dropped because the sentence is longer than the encoder reads
 * @param unknownWords words of the whole sentence, lower-case and in order, that the vocabulary does not hold: they
 *     became {@code [UNK]} or are mostly spelled letter by letter
 */
public record Encoding(int[] ids, boolean cut, List<String> unknownWords) {
    /** Copies the parts. */
    public Encoding {
        if (ids.length < 2) {
            throw new IllegalArgumentException(
                    "an encoding holds [CLS] and [SEP] at least, got " + ids.length + " ids");
        }
        ids = ids.clone();
        unknownWords = List.copyOf(unknownWords);
    }

    /** A copy of the numbers. */
    @Override
    public int[] ids() {
        return ids.clone();
    }

    /** Number of pieces with {@code [CLS]} and {@code [SEP]}, T of this sentence alone. */
    public int length() {
        return ids.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Encoding that
                && Arrays.equals(ids, that.ids)
                && cut == that.cut
                && unknownWords.equals(that.unknownWords);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ids) + unknownWords.hashCode();
    }

    @Override
    public String toString() {
        return "Encoding[ids=%s, cut=%s, unknownWords=%s]".formatted(Arrays.toString(ids), cut, unknownWords);
    }
}
