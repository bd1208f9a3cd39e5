package org.crobim.data.refer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crobim.core.error.InputException;
import org.crobim.core.pickle.Unpickler;

/** Reads {@code refs(unc).p}, a pickled list of dicts, as data: nothing of the file is run. */
public final class ReferenceList {
    private final Path file;
    private final Set<Long> refIds = new HashSet<>();

    private ReferenceList(Path file) {
        this.file = file;
    }

    /**
     * All references in the order of the file.
     *
     * @param dataSet what to download when the file is missing
     * @throws InputException if the file is missing, no plain pickle, or one of its references is incomplete
     */
    public static List<Reference> read(Path file, String dataSet) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    "%s is missing. Download the annotations of %s (refs(unc).p and instances.json) and put them there."
                            .formatted(file, dataSet));
        }
        if (!(unpickled(file) instanceof List<?> list)) {
            throw new InputException("%s holds no list, expected a list of references".formatted(file));
        }
        ReferenceList reader = new ReferenceList(file);
        List<Reference> references = new ArrayList<>(list.size());
        for (Object item : list) {
            references.add(reader.reference(references.size(), item));
        }
        return List.copyOf(references);
    }

    private static Object unpickled(Path file) {
        try {
            return Unpickler.ofPlainValues().read(file);
        } catch (IOException e) {
            throw new InputException(
                    "%s cannot be read as pickled list: %s. Download it again.".formatted(file, e.getMessage()), e);
        }
    }

    private Reference reference(int index, Object item) {
        Entry entry = entry("reference %d".formatted(index), item);
        long refId = entry.integer("ref_id");
        if (!refIds.add(refId)) {
            throw entry.error("repeats the ref_id %d".formatted(refId));
        }
        List<ReferenceSentence> sentences = new ArrayList<>();
        for (Object sentence : entry.list("sentences")) {
            sentences.add(sentence(entry("reference %d, sentence %d".formatted(index, sentences.size()), sentence)));
        }
        if (sentences.isEmpty()) {
            throw entry.error("has no sentence");
        }
        return new Reference(
                refId,
                entry.integer("ann_id"),
                entry.integer("image_id"),
                entry.text("file_name"),
                entry.text("split"),
                entry.integer("category_id"),
                sentences);
    }

    private static ReferenceSentence sentence(Entry entry) {
        String sent = entry.text("sent");
        return new ReferenceSentence(
                entry.integer("sent_id"), entry.values().containsKey("raw") ? entry.text("raw") : sent, sent);
    }

    private Entry entry(String place, Object item) {
        if (item instanceof Map<?, ?> values) {
            return new Entry(file, place, values);
        }
        throw new InputException("%s: %s is no dict".formatted(file, place));
    }

    /** A dict and where it stands. */
    private record Entry(Path file, String place, Map<?, ?> values) {
        long integer(String key) {
            if (values.get(key) instanceof Long number) {
                return number;
            }
            throw wrong(key, "an integer");
        }

        String text(String key) {
            if (values.get(key) instanceof String text && !text.isBlank()) {
                return text.strip();
            }
            throw wrong(key, "a text");
        }

        List<?> list(String key) {
            if (values.get(key) instanceof List<?> list) {
                return list;
            }
            throw wrong(key, "a list");
        }

        private InputException wrong(String key, String expected) {
            return error(
                    values.containsKey(key)
                            ? "has \"%s\": %s, expected %s".formatted(key, values.get(key), expected)
                            : "has no \"%s\"".formatted(key));
        }

        InputException error(String problem) {
            return new InputException("%s: %s %s.".formatted(file, place, problem));
        }
    }
}
