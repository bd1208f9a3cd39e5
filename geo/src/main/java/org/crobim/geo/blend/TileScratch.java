package org.crobim.geo.blend;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.CRC32;
import org.crobim.core.error.OutputException;
import org.crobim.geo.tile.TilePlan;

/**
 * What the network said about the tiles of a scene, in two temporary files: {@code tiles.bin} with a block of codes for each tile
 * that needs one, and {@code journal.txt} with a line for each tile that is done.
 *
 * <p>A block is written before its line. Whatever ends the process in between, also kill -9, costs that one tile: on opening,
 * lines that were cut off and blocks that do not have the checksum of their line are forgotten. The first line of the journal
 * names the question; another question starts afresh.
 *
 * <p>One thread writes; rows are read by the same thread.
 */
public final class TileScratch implements Closeable {
    private static final String BLOCKS = "tiles.bin";
    private static final String JOURNAL = "journal.txt";

    private final Path folder;
    private final TilePlan plan;
    private final int blockBytes;
    private final FileChannel blocks;
    private final FileChannel journal;
    private final TileLedger ledger;

    private TileScratch(Path folder, TilePlan plan, FileChannel blocks, FileChannel journal) throws IOException {
        this.folder = folder;
        this.plan = plan;
        this.blockBytes =
                Math.multiplyExact(plan.window(0).width(), plan.window(0).height());
        this.blocks = blocks;
        this.journal = journal;
        this.ledger = new TileLedger(plan.count());
    }

    /**
     * Opens the scratch files of a question, and goes on where a former run was stopped.
     *
     * @param folder made if it does not exist
     * @param plan the tiles
     * @param question everything that the answers depend on: scene, plan, weights, phrase; one line
     * @throws OutputException if the files cannot be written
     */
    public static TileScratch open(Path folder, TilePlan plan, String question) {
        if (question.contains("\n")) {
            throw new IllegalArgumentException("A question must be one line, got: " + question);
        }
        try {
            Files.createDirectories(folder);
            Path journalFile = folder.resolve(JOURNAL);
            TileJournal former = TileJournal.read(journalFile, question);
            FileChannel blocks = openChannel(folder.resolve(BLOCKS));
            FileChannel journal = openChannel(journalFile);
            TileScratch scratch = new TileScratch(folder, plan, blocks, journal);
            scratch.goOn(former, question);
            return scratch;
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    private static FileChannel openChannel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Rewrites the journal with the lines that can be trusted, so that a cut line never ends up in its middle. */
    private void goOn(TileJournal former, String question) throws IOException {
        journal.truncate(0);
        append(question + "\n");
        for (TileRecord line : former.records()) {
            if (line.tile() >= 0 && line.tile() < plan.count() && isIntact(line)) {
                ledger.add(line);
                append(line.line());
            }
        }
        blocks.truncate((long) ledger.blocks() * blockBytes);
    }

    private boolean isIntact(TileRecord line) throws IOException {
        if (line.state() != TileState.STORED) {
            return true;
        }
        if (line.block() < 0 || (line.block() + 1L) * blockBytes > blocks.size()) {
            return false;
        }
        byte[] codes = new byte[blockBytes];
        readFully(ByteBuffer.wrap(codes), (long) line.block() * blockBytes);
        return checksum(codes) == line.checksum();
    }

    /** The tiles. */
    public TilePlan plan() {
        return plan;
    }

    /** Whether a tile needs no further look. */
    public boolean isDone(int tile) {
        return ledger.find(tile).isPresent();
    }

    /** Tiles that are done. */
    public int done() {
        return ledger.done();
    }

    /** What the network scored a tile that is done and holds data. */
    public OptionalDouble presence(int tile) {
        Optional<TileRecord> line = ledger.find(tile).filter(known -> known.state() != TileState.BLANK);
        return line.isPresent() ? OptionalDouble.of(line.get().presence()) : OptionalDouble.empty();
    }

    /** Notes that a tile holds no data. */
    public void putBlank(int tile) {
        record(new TileRecord(tile, TileState.BLANK, 0, -1, 0));
    }

    /** Notes that all of a tile holds data and that nothing was found in it. */
    public void putEmpty(int tile, double presence) {
        record(new TileRecord(tile, TileState.EMPTY, presence, -1, 0));
    }

    /**
     * Keeps the codes of a tile.
     *
     * @param codes of {@link ProbabilityCode}, rows from the top, one a pixel of the tile's window
     * @throws OutputException if the disk is full
     */
    public void put(int tile, double presence, byte[] codes) {
        if (codes.length != blockBytes) {
            throw new IllegalArgumentException(
                    "Tile %d has %d pixels, got %d codes".formatted(tile, blockBytes, codes.length));
        }
        int block = ledger.blocks();
        try {
            writeFully(blocks, ByteBuffer.wrap(codes), (long) block * blockBytes);
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
        record(new TileRecord(tile, TileState.STORED, presence, block, checksum(codes)));
    }

    /** The probabilities of the scene from the tiles that are done, blended where they overlap; reads this scratch. */
    public BlendedProbability blended() {
        return new BlendedProbability(this);
    }

    TileState state(int tile) {
        return ledger.find(tile).map(TileRecord::state).orElse(TileState.BLANK);
    }

    /** Reads whole rows of a stored tile: codes of the rows from {@code firstRow} until the array is full. */
    void readRows(int tile, int firstRow, byte[] codes) {
        TileRecord line = ledger.find(tile)
                .filter(known -> known.state() == TileState.STORED)
                .orElseThrow(() -> new IllegalArgumentException("Tile %d has no block".formatted(tile)));
        long position = (long) line.block() * blockBytes
                + (long) firstRow * plan.window(tile).width();
        try {
            readFully(ByteBuffer.wrap(codes), position);
        } catch (IOException e) {
            throw new OutputException(
                    "%s: the temporary file cannot be read back (%s). Start the run again."
                            .formatted(folder.resolve(BLOCKS), e.getMessage()),
                    e);
        }
    }

    private void record(TileRecord line) {
        if (isDone(line.tile())) {
            throw new IllegalStateException("Tile %d is done already".formatted(line.tile()));
        }
        try {
            append(line.line());
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
        ledger.add(line);
    }

    private void append(String text) throws IOException {
        writeFully(journal, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), journal.size());
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes, long start) throws IOException {
        long position = start;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
    }

    private void readFully(ByteBuffer bytes, long start) throws IOException {
        long position = start;
        while (bytes.hasRemaining()) {
            int read = blocks.read(bytes, position);
            if (read < 0) {
                throw new IOException("it ends at byte %d".formatted(position));
            }
            position += read;
        }
    }

    private static long checksum(byte[] codes) {
        CRC32 checksum = new CRC32();
        checksum.update(codes);
        return checksum.getValue();
    }

    private static OutputException notWritable(Path folder, IOException cause) {
        return new OutputException(
                "%s: temporary files cannot be written (%s). Check the free space; the run can be continued with --resume."
                        .formatted(folder, cause.getMessage()),
                cause);
    }

    /** Closes the files and leaves them, for a later run or for {@link #delete}. */
    @Override
    public void close() {
        try {
            blocks.close();
            journal.close();
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    /** Closes and removes the files. */
    public void delete() {
        close();
        try {
            Files.deleteIfExists(folder.resolve(BLOCKS));
            Files.deleteIfExists(folder.resolve(JOURNAL));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }
}
