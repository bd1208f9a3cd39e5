package org.crobim.data.listing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crobim.core.error.InputException;

/** Reads {@code output_phrase_<split>.txt}: a name, a space, the sentence. */
public final class PhraseList {
    private PhraseList() {}

    /**
     * One line.
     *
     * @param name of image and mask, as it stands there
     * @param sentence without surrounding white space
     */
    public record Phrase(String name, String sentence) {}

    /**
     * All lines in order; empty lines are passed over.
     *
     * @param dataSet whose list it is, for messages
     * @throws InputException if the file is missing or empty, or a line is no UTF-8 text or has no sentence
     */
    public static List<Phrase> read(Path file, String dataSet) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    "Phrase list %s is missing. Download it with the %s annotations, or name a split that is there."
                            .formatted(file, dataSet));
        }
        List<Phrase> phrases = new ArrayList<>();
        try (TextLines lines = TextLines.open(file)) {
            while (lines.advance()) {
                String line = lines.text().strip();
                if (!line.isEmpty()) {
                    phrases.add(phrase(lines, line));
                }
            }
        } catch (IOException e) {
            throw new InputException("Phrase list %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        if (phrases.isEmpty()) {
            throw new InputException("Phrase list %s holds no line".formatted(file));
        }
        return phrases;
    }

    private static Phrase phrase(TextLines lines, String line) {
        int space = line.indexOf(' ');
        if (space < 0) {
            throw lines.error("\"%s\" has no sentence, expected \"<name> <sentence>\"".formatted(line));
        }
        return new Phrase(line.substring(0, space), line.substring(space + 1).strip());
    }
}
