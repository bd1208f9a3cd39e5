package org.crobim.geo.blend;

import java.util.Locale;
import java.util.Optional;

/**
 * A line of the journal.
 *
 * @param tile number in the plan
 * @param state what became of it
 * @param presence score of the network, 0..1; 0 for a blank tile
 * @param block number of the block in the scratch file, -1 where there is none
 * @param checksum CRC-32 of the block, 0 where there is none
 */
record TileRecord(int tile, TileState state, double presence, int block, long checksum) {
    private static final int FIELDS = 6;
    private static final String END = ".";

    /** The line, with its end mark: a line that was cut off has none. */
    String line() {
        return "%d %s %s %d %08x %s\n"
                .formatted(tile, state.name().toLowerCase(Locale.ROOT), presence, block, checksum, END);
    }

    /** Reads a line without its line feed; empty where it was cut off or is no line of a journal. */
    static Optional<TileRecord> parse(String line) {
        String[] fields = line.split(" ", -1);
        if (fields.length != FIELDS || !fields[FIELDS - 1].equals(END)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TileRecord(
                    Integer.parseInt(fields[0]),
                    TileState.valueOf(fields[1].toUpperCase(Locale.ROOT)),
                    Double.parseDouble(fields[2]),
                    Integer.parseInt(fields[3]),
                    Long.parseLong(fields[4], 16)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
