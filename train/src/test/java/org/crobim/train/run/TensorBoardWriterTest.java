package org.crobim.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.crobim.core.error.OutputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardWriterTest {
    /** 2^30 seconds and a quarter: as a double 0x41d0000000100000. */
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1L << 30, 250_000_000), ZoneOffset.UTC);

    private static final String WALL_TIME = "09 000010000000d041";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("events.out.tfevents.1");
    }

    /** Takes a file of TFRecords apart, as TensorFlow's format description says, and checks both checksums of each. */
    private List<byte[]> records() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<byte[]> records = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] length = new byte[Long.BYTES];
            bytes.get(length);
            assertThat(Integer.toUnsignedLong(bytes.getInt())).isEqualTo(masked(length));
            byte[] record = new byte
                    [Math.toIntExact(ByteBuffer.wrap(length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong())];
            bytes.get(record);
            assertThat(Integer.toUnsignedLong(bytes.getInt())).isEqualTo(masked(record));
            records.add(record);
        }
        return records;
    }

    private static long masked(byte[] data) {
        CRC32C checksum = new CRC32C();
        checksum.update(data);
        long crc = checksum.getValue();
        return ((crc >> 15 | crc << 17 & 0xffff_ffffL) + 0xa282_ead8L) & 0xffff_ffffL;
    }

    private static byte[] hex(String... parts) {
        return HexFormat.of().parseHex(String.join("", parts).replace(" ", ""));
    }

    private static String hexOf(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFileBeginsWithTheBytesThatTensorFlowItselfWrites() throws IOException {
        TensorBoardWriter.create(file, CLOCK).close();

        // Length 24 and its checksum: the first twelve bytes of every event file of TensorFlow.
        assertThat(Files.readAllBytes(file)).startsWith(hex("1800000000000000 a37f4b22"));
        assertThat(records()).containsExactly(hex(WALL_TIME, "1a 0d", hexOf("brain.Event:2")));
    }

    @Test
    void aScalarIsAnEventWithTimeStepTagAndValue() throws IOException {
        try (TensorBoardWriter writer = TensorBoardWriter.create(file, CLOCK)) {
            writer.scalar("train/loss", 300, 0.75);
        }

        // Step 300 is the varint ac 02, 0.75f is 0x3f400000; the summary holds one value of 17 bytes.
        assertThat(records())
                .hasSize(2)
                .last()
                .isEqualTo(hex(WALL_TIME, "10 ac02", "2a 13", "0a 11", "0a 0a", hexOf("train/loss"), "15 0000403f"));
    }

    @Test
    void aTagOutsideAsciiIsCountedInBytes() throws IOException {
        try (TensorBoardWriter writer = TensorBoardWriter.create(file, CLOCK)) {
            writer.scalar("größe", 0, -1);
        }

        assertThat(records().get(1))
                .isEqualTo(hex(WALL_TIME, "10 00", "2a 10", "0a 0e", "0a 07", hexOf("größe"), "15 000080bf"));
    }

    @Test
    void aResumedRunAnnouncesTheStepItStartsFrom() throws IOException {
        try (TensorBoardWriter writer = TensorBoardWriter.create(file, CLOCK)) {
            writer.sessionStart(7);
        }

        assertThat(records().get(1)).isEqualTo(hex(WALL_TIME, "10 07", "3a 02", "08 01"));
    }

    @Test
    void everyEventIsOnTheDiskBeforeTheFileIsClosed() throws IOException {
        try (TensorBoardWriter writer = TensorBoardWriter.create(file, CLOCK)) {
            for (int step = 1; step <= 3; step++) {
                writer.scalar("val/mIoU", step, step);

                assertThat(records()).hasSize(1 + step);
            }
        }
    }

    @Test
    void anEarlierFileIsRefusedAndKept() throws IOException {
        Files.writeString(file, "earlier");

        assertThatThrownBy(() -> TensorBoardWriter.create(file, CLOCK))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("earlier");
    }
}
