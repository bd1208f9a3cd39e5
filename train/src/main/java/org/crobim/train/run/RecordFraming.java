package org.crobim.train.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The framing of TFRecord files: length (8 bytes), its checksum (4), the record, its checksum (4), little-endian.
 *
 * <p>Checksums are CRC-32C, rotated and shifted ("masked"), so that the checksum of data that holds checksums stays meaningful.
 */
final class RecordFraming {
    private static final int MASK = 0xa282ead8;

    private RecordFraming() {}

    static byte[] frame(byte[] record) {
        byte[] length = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(record.length)
                .array();
        return ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + record.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(length)
                .putInt(maskedChecksum(length))
                .put(record)
                .putInt(maskedChecksum(record))
                .array();
    }

    static int maskedChecksum(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data, 0, data.length);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }
}
