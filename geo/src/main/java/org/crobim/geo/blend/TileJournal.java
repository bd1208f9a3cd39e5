package org.crobim.geo.blend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a former run wrote into its journal.
 *
 * @param records of tiles that are done, in their order; none when the former run had another question
 */
record TileJournal(List<TileRecord> records) {
    static TileJournal read(Path file, String question) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new TileJournal(List.of());
        }
        // Bytes that are no UTF-8 must not stop a run: their line is forgotten like any other that is damaged.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(question)) {
            return new TileJournal(List.of());
        }
        return new TileJournal(lines.subList(1, lines.size()).stream()
                .map(TileRecord::parse)
                .flatMap(Optional::stream)
                .toList());
    }
}
