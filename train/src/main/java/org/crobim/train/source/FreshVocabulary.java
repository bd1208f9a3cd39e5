package org.crobim.train.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crobim.core.error.InputException;
import org.crobim.language.phrase.GrammarWords;
import org.crobim.model.text.Vocabulary;
import org.crobim.train.config.ModelChoice;

/** The vocabulary of a network that starts from nothing: the grammar's words, the data's, and those of a word file. */
public final class FreshVocabulary {
    private FreshVocabulary() {}

    /**
     * Reads the vocabulary that the recipe names, or collects the words.
     *
     * @param sentences of the training data
     * @throws InputException if the recipe names a file that cannot be read
     */
    public static Vocabulary of(ModelChoice model, List<String> sentences) {
        return model.vocabulary().map(Vocabulary::read).orElseGet(() -> collected(model, sentences));
    }

    private static Vocabulary collected(ModelChoice model, List<String> sentences) {
        List<String> words = new ArrayList<>(GrammarWords.all());
        words.addAll(sentences);
        model.words().ifPresent(file -> words.addAll(lines(file)));
        return Vocabulary.ofWords(words);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException(
                    "%s: cannot be read (%s). model.words names a text file in UTF-8 with words or sentences, one a line."
                            .formatted(file, e),
                    e);
        }
    }
}
