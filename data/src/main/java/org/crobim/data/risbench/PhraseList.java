package org.crobim.data.risbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crobim.core.error.InputException;

/** Reads {@code output_phrase_<split>.txt}: a file name with extension, a space, the sentence. */
final class PhraseList {
    private PhraseList() {}

    /**
     * One line.
     *
     * @param fileName of image and mask
     * @param sentence without surrounding white space
     */
    record Phrase(String fileName, String sentence) {}

    /** All lines in order; empty lines are passed over. */
    static List<Phrase> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    "Phrase list %s is missing. Download it with the RISBench annotations, or name a split that is there."
                            .formatted(file));
        }
        List<Phrase> phrases = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty()) {
                phrases.add(phrase(file, i + 1, line));
            }
        }
        if (phrases.isEmpty()) {
            throw new InputException("Phrase list %s holds no line".formatted(file));
        }
        return phrases;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new InputException(
                    "Phrase list %s cannot be read as UTF-8 text: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Phrase phrase(Path file, int lineNumber, String line) {
        int space = line.indexOf(' ');
        if (space < 0) {
            throw new InputException("%s line %d: \"%s\" has no sentence, expected \"<file name> <sentence>\""
                    .formatted(file, lineNumber, line));
        }
        return new Phrase(line.substring(0, space), line.substring(space + 1).strip());
    }
}
