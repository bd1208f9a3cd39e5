package org.crobim.language.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crobim.language.CategoryMention;
import org.crobim.language.ObjectCategory;

/** A place in the words of a sentence; what does not fit leaves it where it was. */
final class WordCursor {
    private final List<String> words;
    private int position;

    WordCursor(List<String> words) {
        this.words = words;
    }

    boolean isAtEnd() {
        return position == words.size();
    }

    int position() {
        return position;
    }

    void returnTo(int earlier) {
        position = earlier;
    }

    /** Takes any word. */
    String next() {
        return words.get(position++);
    }

    /** The words from an earlier place up to here. */
    String since(int earlier) {
        return String.join(" ", words.subList(earlier, position));
    }

    /** Takes one word of a set. */
    boolean takeAny(Set<String> set) {
        boolean fits = !isAtEnd() && set.contains(words.get(position));
        position += fits ? 1 : 0;
        return fits;
    }

    /** Takes a word or several, separated by single blanks. */
    boolean take(String phrase) {
        if (isAtEnd() || !phrase.startsWith(words.get(position))) {
            return false;
        }
        List<String> wanted = List.of(phrase.split(" ", -1));
        int end = position + wanted.size();
        boolean fits = end <= words.size() && words.subList(position, end).equals(wanted);
        position = fits ? end : position;
        return fits;
    }

    /** Takes the longest wording of a table. */
    <M> Optional<M> take(PhraseTable<M> table) {
        Optional<PhraseTable.Match<M>> match = table.startingAt(words, position);
        match.ifPresent(found -> position += found.wordCount());
        return match.map(PhraseTable.Match::meaning);
    }

    /** Takes the longest name of a class. */
    Optional<ObjectCategory> takeCategory() {
        Optional<CategoryMention.CategoryName> name = CategoryMention.startingAt(words, position);
        name.ifPresent(found -> position += found.wordCount());
        return name.map(CategoryMention.CategoryName::category);
    }

    /** Whether a wording of a table follows. */
    boolean isBefore(PhraseTable<?> table) {
        return table.startingAt(words, position).isPresent();
    }
}
