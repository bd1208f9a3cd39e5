package org.crobim.train.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import org.crobim.core.error.OutputException;

/**
 * Writes a TensorBoard event file.
 *
 * <p>An event file is a sequence of TFRecords, each an {@code Event} message of TensorFlow's event.proto; field numbers below are
 * those of event.proto and summary.proto. Events are flushed one by one. One thread at a time.
 */
public final class TensorBoardWriter implements AutoCloseable {
    private static final String FILE_VERSION = "brain.Event:2";
    private static final int SESSION_START = 1;

    private final Path file;
    private final OutputStream out;
    private final Clock clock;

    private TensorBoardWriter(Path file, OutputStream out, Clock clock) {
        this.file = file;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Creates an event file.
     *
     * @param file must not exist; TensorBoard finds it if its name holds "tfevents", see {@link RunDirectory#newEventsFile}
     * @param clock source of the wall times
     * @throws OutputException if the file exists or cannot be written
     */
    public static TensorBoardWriter create(Path file, Clock clock) {
        try {
            OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
            TensorBoardWriter writer = new TensorBoardWriter(file, out, clock);
            writer.write(writer.event().text(3, FILE_VERSION));
            return writer;
        } catch (IOException e) {
            throw new OutputException("TensorBoard file %s cannot be created: %s".formatted(file, e), e);
        }
    }

    /**
     * Tells TensorBoard that a resumed run starts at a step: it then hides what earlier files hold from that step on.
     *
     * @param step the first step to be taken again
     */
    public void sessionStart(long step) {
        write(event().integer(2, step).message(7, new ProtobufMessage().integer(1, SESSION_START)));
    }

    /**
     * Writes one figure.
     *
     * @param tag name in TensorBoard; a slash groups: "train/loss"
     * @param step optimizer steps done
     * @param value stored in 32 bits
     */
    public void scalar(String tag, long step, double value) {
        summary(step, new ProtobufMessage().text(1, tag).real32(2, (float) value));
    }

    /**
     * Closes the file.
     *
     * @throws OutputException if that fails
     */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new OutputException("TensorBoard file %s cannot be closed: %s".formatted(file, e), e);
        }
    }

    private void summary(long step, ProtobufMessage value) {
        write(event().integer(2, step).message(5, new ProtobufMessage().message(1, value)));
    }

    private ProtobufMessage event() {
        Instant now = clock.instant();
        return new ProtobufMessage().real64(1, now.getEpochSecond() + now.getNano() / 1e9);
    }

    private void write(ProtobufMessage event) {
        try {
            out.write(RecordFraming.frame(event.toBytes()));
            out.flush();
        } catch (IOException e) {
            throw new OutputException("TensorBoard file %s cannot be written: %s".formatted(file, e), e);
        }
    }
}
