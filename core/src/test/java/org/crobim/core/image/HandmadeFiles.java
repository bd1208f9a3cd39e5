package org.crobim.core.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Image files put together byte by byte, to hold what no encoder writes. */
final class HandmadeFiles {
    private HandmadeFiles() {}

    /**
     * The layout of a TIFF's samples.
     *
     * @param bits of each sample
     * @param photometric 0 white is zero, 1 black is zero, 2 RGB, 5 CMYK
     * @param sampleFormat 1 unsigned, 2 signed, 3 floating point
     * @param compression 1 none, 8 deflate
     */
    record Layout(int samples, int bits, int photometric, int sampleFormat, int compression) {}

    /** A little-endian TIFF of one strip whose directory comes first, as in cloud-optimised files. */
    static byte[] tiff(int width, int height, Layout layout, byte[] strip) {
        int entries = 11;
        int bitsOffset = 8 + 2 + 12 * entries + 4;
        int stripOffset = bitsOffset + 4 * layout.samples;
        ByteBuffer file = ByteBuffer.allocate(stripOffset + strip.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) entries);
        entry(file, 256, 1, width);
        entry(file, 257, 1, height);
        entry(file, 258, layout.samples, inline(layout.samples, layout.bits, bitsOffset));
        entry(file, 259, 1, layout.compression);
        entry(file, 262, 1, layout.photometric);
        entry(file, 273, 1, stripOffset);
        entry(file, 277, 1, layout.samples);
        entry(file, 278, 1, height);
        entry(file, 279, 1, strip.length);
        entry(file, 284, 1, 1);
        int formatOffset = bitsOffset + 2 * layout.samples;
        entry(file, 339, layout.samples, inline(layout.samples, layout.sampleFormat, formatOffset));
        file.putInt(0);
        putShorts(file, layout.samples, layout.bits);
        putShorts(file, layout.samples, layout.sampleFormat);
        return file.put(strip).array();
    }

    private static void entry(ByteBuffer file, int tag, int count, int value) {
        int type = count > 1 || tag == 258 || tag == 339 ? 3 : 4;
        file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static int inline(int samples, int value, int offset) {
        return switch (samples) {
            case 1 -> value;
            case 2 -> value | value << 16;
            default -> offset;
        };
    }

    private static void putShorts(ByteBuffer file, int count, int value) {
        for (int i = 0; i < count; i++) {
            file.putShort((short) value);
        }
    }

    /**
     * A PNG with right checksums.
     *
     * @param colourType 0 grey, 2 RGB, 4 grey and alpha, 6 RGBA
     * @param rows each with its filter byte
     */
    static byte[] png(int width, int height, int bits, int colourType, byte[] rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        chunk(file, "IHDR", header.put((byte) bits).put((byte) colourType).array());
        chunk(file, "IDAT", deflated(rows));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String name, byte[] content) throws IOException {
        ByteBuffer typeAndContent = ByteBuffer.allocate(4 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content);
        CRC32 checksum = new CRC32();
        checksum.update(typeAndContent.array());
        file.write(ByteBuffer.allocate(4).putInt(content.length).array());
        file.write(typeAndContent.array());
        file.write(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(compressed)) {
            deflater.write(content);
        }
        return compressed.toByteArray();
    }

    /** The JPEG with a segment put behind its first marker. */
    static byte[] withJpegSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + 4 + content.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    static byte[] littleEndianShorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }
}
