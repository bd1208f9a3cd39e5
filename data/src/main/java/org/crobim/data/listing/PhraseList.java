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
     * @param line its number, from 1
     * @param name of image and mask, as it stands there
     * @param sentence without surrounding white space
     */
    public record Phrase(int line, String name, String sentence) {}

    /** Receives lines that are no phrases. */
    @FunctionalInterface
    public interface Defects {
        /**
         * Notes a line and goes on, or throws the error.
         *
         * @param line its number, from 1
         * @param error says what is wrong, and where
         */
        void accept(int line, InputException error);
    }

    /**
     * All lines in order; empty lines are passed over.
     *
     * @param dataSet whose list it is, for messages
     * @throws InputException if the file is missing or empty, or a line is no UTF-8 text or has no sentence
     */
    public static List<Phrase> read(Path file, String dataSet) {
        List<Phrase> phrases = read(file, dataSet, (line, error) -> {
            throw error;
        });
        if (phrases.isEmpty()) {
            throw new InputException("Phrase list %s holds no line".formatted(file));
        }
        return phrases;
    }

    /**
     * All lines that are phrases, in order.
     *
     * @param dataSet whose list it is, for messages
     * @param defects receives the others
     * @throws InputException if the file is missing or cannot be read
     */
    public static List<Phrase> read(Path file, String dataSet, Defects defects) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    "Phrase list %s is missing. Download it with the %s annotations, or name a split that is there."
                            .formatted(file, dataSet));
        }
        try (TextLines lines = TextLines.open(file)) {
            List<Phrase> phrases = new ArrayList<>();
            boolean more = true;
            while (more) {
                more = advance(lines, phrases, defects);
            }
            return phrases;
        } catch (IOException e) {
            throw new InputException("Phrase list %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static boolean advance(TextLines lines, List<Phrase> phrases, Defects defects) throws IOException {
        try {
            if (!lines.advance()) {
                return false;
            }
            String line = lines.text().strip();
            if (!line.isEmpty()) {
                phrases.add(phrase(lines, line));
            }
        } catch (InputException e) {
            defects.accept(lines.number(), e);
        }
        return true;
    }

    private static Phrase phrase(TextLines lines, String line) {
        int space = line.indexOf(' ');
        if (space < 0) {
            throw lines.error("\"%s\" has no sentence, expected \"<name> <sentence>\"".formatted(line));
        }
        return new Phrase(
                lines.number(),
                line.substring(0, space),
                line.substring(space + 1).strip());
    }
}
