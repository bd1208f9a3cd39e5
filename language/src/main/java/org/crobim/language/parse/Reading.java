package org.crobim.language.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How far a sentence has been read, and what was remarked on the way. One sentence, one thread. */
final class Reading {
    private final WordCursor words;
    private final List<Remark> remarks = new ArrayList<>();

    Reading(List<String> words) {
        this.words = new WordCursor(words);
    }

    WordCursor words() {
        return words;
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** Remembers something that no claim can judge. */
    void remark(Remark remark) {
        remarks.add(remark);
    }

    /** Tries a rule; where it does not fit, nothing has happened. */
    <T> Optional<T> attempt(Supplier<Optional<T>> rule) {
        int place = words.position();
        int said = remarks.size();
        Optional<T> result = rule.get();
        if (result.isEmpty()) {
            undo(place, said);
        }
        return result;
    }

    /** Tries a rule that has no result of its own. */
    boolean fits(Supplier<Boolean> rule) {
        int place = words.position();
        int said = remarks.size();
        boolean fits = rule.get();
        if (!fits) {
            undo(place, said);
        }
        return fits;
    }

    private void undo(int place, int said) {
        words.returnTo(place);
        remarks.subList(said, remarks.size()).clear();
    }
}
